import { randomUUID } from 'node:crypto';
import { apiRouter } from '../../api/api-router';
import { tokenVerifier } from '../../api/authenticate';
import { type Installation, silentLog, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { type Answer, Caller, expectProblem, good } from './caller';
import { personOf, uploadProof } from './case-play';
import { routesOf } from './routes-walked';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil, transferOpening } from './transfer-samples';

interface Ids {
  readonly caseId: string;
  readonly taskId: string;
  readonly documentId: string;
  readonly requestId: string;
  /** Of a question. */
  readonly number: string;
}

const at = { occurredAt: '2026-03-09T07:00:00Z', zone: 'Asia/Baghdad' };
const contentHash = '0'.repeat(64);

/** A good body for every route that takes the id of a case or of something in it; undefined for what is read. */
const bodies: Readonly<Record<string, ((ids: Ids) => unknown) | undefined>> = {
  'GET /cases/:caseId': undefined,
  'GET /cases/:caseId/timeline': undefined,
  'GET /cases/:caseId/graph': undefined,
  'GET /cases/:caseId/picture.svg': undefined,
  'GET /cases/:caseId/admissibility': undefined,
  'GET /cases/:caseId/concurrent-requests': undefined,
  'GET /cases/:caseId/handover': undefined,
  'GET /cases/:caseId/questions': undefined,
  'GET /cases/:caseId/ballot': undefined,
  'POST /cases/:caseId/votes': () => ({ choice: 'for', contentHash }),
  'GET /cases/:caseId/cross-check-hits': undefined,
  'GET /cases/:caseId/related': undefined,
  'GET /documents/:documentId': undefined,
  'GET /documents/:documentId/content': undefined,
  'PUT /cases/:caseId/content': () => ({ baseVersion: 1, request: transferOpening(erbil).request }),
  'POST /cases/:caseId/facts': () => ({ step: 'arrest', outcome: 'arrested', ...at }),
  'POST /cases/:caseId/messages': () => ({ kind: 'question', text: 'who is it' }),
  'POST /cases/:caseId/questions/:number/answer': () => ({ outcome: 'answered', text: 'nobody' }),
  'POST /cases/:caseId/notes': () => ({ text: 'to remember' }),
  'POST /cases/:caseId/advice': () => ({ role: 'manager', question: 'what now' }),
  'POST /cases/:caseId/links': ({ caseId }) => ({ caseId, kind: 'same-act' }),
  'POST /cases/:caseId/link-removals': ({ caseId }) => ({ caseId, kind: 'same-act', reason: 'wrong' }),
  'POST /cases/:caseId/document-requests': () => ({ items: ['identity'], answerBy: '2026-04-01', ...at }),
  'POST /cases/:caseId/document-requests/:requestId/answers': ({ documentId }) => ({
    items: [{ item: 'identity', documentId }],
    occurredAt: at.occurredAt,
  }),
  'POST /cases/:caseId/corrections': ({ documentId }) => ({
    stepKey: 'arrest#1',
    ...at,
    reason: 'wrong',
    proof: [documentId],
  }),
  'POST /cases/:caseId/ending': () => ({ outcome: 'withdrawn', reason: 'no need' }),
  'POST /cases/:caseId/law': () => ({ reason: 'as it is now' }),
  'POST /cases/:caseId/suspension': () => ({ reason: 'wait' }),
  'POST /cases/:caseId/resumption': () => ({ reason: 'go on' }),
  'PUT /cases/:caseId/responsible-officer': () => ({ officer: 'liaison.erbil', reason: 'mine' }),
  'POST /cases/:caseId/cross-check-decisions': () => ({
    personId: randomUUID(),
    outcome: 'same',
    reason: 'prints',
  }),
  'POST /tasks/:taskId/decision': () => ({ outcome: 'approved', contentHash }),
  'POST /tasks/:taskId/claim': () => ({}),
  'POST /tasks/:taskId/release': () => ({}),
  'POST /tasks/:taskId/take-over': () => ({ reason: 'urgent' }),
  'GET /tasks/:taskId/candidates': undefined,
  'GET /tasks/:taskId/holders': undefined,
  'POST /tasks/:taskId/rescission': () => ({ reason: 'wrong' }),
};

/** What the other side does not reach of a case that is its own business too, with the answer that it gets. */
const refusedThere = {
  'PUT /cases/:caseId/content': ['liaison.erbil', 403],
  'POST /cases/:caseId/ending': ['manager.erbil', 403],
  'POST /cases/:caseId/law': ['manager.erbil', 403],
  'POST /cases/:caseId/suspension': ['manager.erbil', 403],
  'POST /cases/:caseId/links': ['manager.erbil', 403],
  'POST /cases/:caseId/link-removals': ['manager.erbil', 403],
  'PUT /cases/:caseId/responsible-officer': ['manager.erbil', 403],
  'POST /tasks/:taskId/decision': ['liaison.erbil', 404],
  'POST /tasks/:taskId/claim': ['liaison.erbil', 404],
  'POST /tasks/:taskId/take-over': ['manager.erbil', 404],
  'GET /tasks/:taskId/candidates': ['manager.erbil', 404],
  'GET /tasks/:taskId/holders': ['liaison.erbil', 404],
  'POST /tasks/:taskId/rescission': ['approver.erbil', 404],
} as const;

describe('a transfer, for the side that it is not shared with', () => {
  let installation: Installation;
  let caller: Caller;
  let play: TransferPlay;
  let known: Ids;
  let everything: Awaited<ReturnType<TransferPlay['read']>>;

  const allOfErbil = [
    'liaison',
    'manager',
    'legal-reviewer',
    'directorate-approver',
    'committee-member',
  ] as const;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    await appoint(installation, 'seat.03', allOfErbil, 'AHTD-ERBIL');
    const documentId = await uploadProof(caller, baghdad.liaison, 'warrant');
    const documents = [{ item: 'arrest-warrant', documentId }];
    play = await (await TransferPlay.open(caller, baghdad, { documents })).to('approved');
    everything = await play.read(baghdad);
    const taskId = (await play.task(baghdad, 'transmission')).id;
    known = { caseId: play.caseId, taskId, documentId, requestId: randomUUID(), number: '1' };
  });
  afterAll(() => installation.stop());

  const ask = async (officer: string, name: string, ids: Ids): Promise<Answer> => {
    const [method = '', path = ''] = name.split(' ');
    const url = path.replaceAll(/:(\w+)/g, (_all, id: keyof Ids) => ids[id]);
    const body = bodies[name]?.(ids);
    return await caller.as(officer, method, url, body === undefined ? null : JSON.stringify(body));
  };

  it('is asked for by every route that takes such an id', () => {
    const router = apiRouter(installation.context, tokenVerifier('http://127.0.0.1:1', 'nobody'), silentLog);
    const names = routesOf(router).map(({ name }) => name);
    expect(Object.keys(bodies).sort()).toEqual(
      names.filter((name) => /:(case|task|document|request)Id/.test(name)).sort(),
    );
  });

  it.each(Object.keys(bodies))('is not there: %s', async (name) => {
    for (const officer of ['liaison.erbil', 'manager.erbil', 'approver.erbil', 'seat.03']) {
      const answer = await ask(officer, name, known);
      // Some routes are closed to some roles, whatever they ask about.
      if (answer.status === 403) expectProblem(answer, 403, 'forbidden');
      else expectProblem(answer, 404, 'not-found');
    }
    expect((await ask('seat.03', name, known)).status).toBe(404);
  });

  it('is in no list, count or search', async () => {
    for (const officer of ['liaison.erbil', 'seat.03']) {
      const lists = ['/cases?limit=200', '/tasks?limit=200', '/overdue?withinHours=8760&limit=200'];
      const answers = await Promise.all(lists.map((path) => caller.get<{ count?: number }>(officer, path)));
      expect(JSON.stringify(answers.map(good))).not.toContain(play.caseId);
      expect(answers.map(({ body }) => body.count)).toEqual([undefined, undefined, 0]);
      const { names, birth } = personOf(everything);
      const found = good(await caller.post(officer, '/cross-checks', { person: { names, birth } }));
      expect(found).toEqual({ candidates: [] });
      expectProblem(await caller.post(officer, '/cross-checks', { caseId: play.caseId }), 404, 'not-found');
    }
  });

  it('is not there for its own officer either, once he serves on the other side', async () => {
    const mover = 'seat.04';
    await appoint(installation, mover, ['liaison']);
    const opened = good(await caller.post<{ id: string }>(mover, '/cases', transferOpening(baghdad)));
    await appoint(installation, mover, ['liaison'], 'AHTD-ERBIL');
    expectProblem(await caller.get(mover, `/cases/${opened.id}`), 404, 'not-found');
  });

  it('shows who opened it and serves elsewhere now what came of it', async () => {
    const mover = 'seat.05';
    await appoint(installation, mover, ['liaison']);
    const { id } = good(await caller.post<{ id: string }>(mover, '/cases', transferOpening(baghdad)));
    await appoint(installation, mover, ['liaison'], 'NCB');
    const read = good(await caller.get<{ tasks: unknown[]; createdBy: string }>(mover, `/cases/${id}`));
    expect([read.tasks, read.createdBy]).toEqual([[], 'AHTD-BAGHDAD']);
  });

  describe('once it is shared,', () => {
    beforeAll(async () => {
      await play.to('received');
    });

    it.each(Object.entries(refusedThere))('refuses %s', async (name, [officer, status]) => {
      const answer = await ask(officer, name, known);
      expectProblem(answer, status, status === 403 ? 'wrong-role' : 'not-found');
    });

    it('does not tell who searched for the person', async () => {
      expectProblem(
        await ask('liaison.erbil', 'GET /cases/:caseId/cross-check-hits', known),
        404,
        'not-found',
      );
    });

    it('gives the files of the request', async () => {
      expect((await ask('liaison.erbil', 'GET /documents/:documentId/content', known)).status).toBe(200);
      const { documents, request, parties } = await play.read(erbil);
      expect([documents.map(({ id }) => id), request]).toEqual([[known.documentId], everything.request]);
      expect(parties).toEqual({
        requesting: 'AHTD-BAGHDAD',
        requested: 'AHTD-ERBIL',
        sharedAt: expect.stringMatching(/Z$/),
      });
    });
  });

  it('is shared from its opening where that side holds the person already', async () => {
    const arrest = { at: new Date(Date.now() - 7_200_000).toISOString(), place: 'Erbil' };
    const held = await TransferPlay.open(caller, baghdad, { arrest });
    const { tasks, parties } = await held.read(erbil);
    expect(parties?.sharedAt).not.toBeNull();
    expect(tasks.map(({ step }) => step)).toEqual(['arrest']);
  });
});
