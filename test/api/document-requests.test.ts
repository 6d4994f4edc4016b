import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { type Answer, Caller, expectProblem, good, type Problem } from './caller';
import { deliver, liaison, openCase, readCase, uploadProof } from './case-play';

const question = 'Invented: which part did the person have?';
const asked = {
  items: ['evidence-of-participation', 'translation-sv'],
  answerBy: '2026-04-03',
  occurredAt: '2026-03-20T13:00:00.000Z',
  zone: 'Europe/Stockholm',
};

describe('a request for documents by the other side', () => {
  let installation: Installation;
  let caller: Caller;
  /** A case that the requested State has. */
  let caseId: string;
  /** The round that is open at the beginning of each test. */
  let roundId: string;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    caseId = (await openCase(caller)).id;
    await deliver(caller, caseId);
  });
  beforeEach(async () => {
    if (!(await openRound())) good(await ask({ question }));
    roundId = (await openRound()) ?? '';
  });
  afterAll(() => installation.stop());

  type CaseAnswer = Answer<CaseSummary & Problem>;

  const ask = (changes: object): Promise<CaseAnswer> =>
    caller.post(liaison, `/cases/${caseId}/document-requests`, { ...asked, ...changes });

  async function answer(
    items: readonly string[],
    occurredAt = '2026-03-30T08:00:00.000Z',
  ): Promise<CaseAnswer> {
    const sent = [];
    for (const item of items) sent.push({ item, documentId: await uploadProof(caller, liaison, item) });
    return caller.post(liaison, `/cases/${caseId}/document-requests/${roundId}/answers`, {
      items: sent,
      occurredAt,
    });
  }

  async function openRound(): Promise<string | undefined> {
    const { documentRequests } = await readCase(caller, caseId);
    return documentRequests.find((candidate) => candidate.status === 'open')?.id;
  }

  async function round() {
    const { documentRequests } = await readCase(caller, caseId);
    const found = documentRequests.find((candidate) => candidate.id === roundId);
    if (!found) throw new Error('nothing was asked for');
    return found;
  }

  async function limit() {
    const { stepKey } = await round();
    const { clocks } = await readCase(caller, caseId);
    return clocks.find((clock) => clock.key === `SET-BY-OTHER-SIDE:${stepKey}`);
  }

  it('is kept with its question and its limit', async () => {
    const { items, answerBy, zone, occurredAt: askedAt } = asked;
    expect(await round()).toMatchObject({ status: 'open', items, answerBy, zone, askedAt, question });
    expect(await limit()).toMatchObject({ lastDay: '2026-04-03', dueAt: '2026-04-03T22:00:00.000Z' });
  });

  it('stays open until the last item has been sent', async () => {
    good(await answer(['translation-sv']));
    expect(await round()).toMatchObject({ status: 'open', answeredAt: null });
    expect((await limit())?.settledAt).toBeNull();
    good(await answer(['evidence-of-participation'], '2026-04-02T08:00:00.000Z'));
    const answeredAt = '2026-04-02T08:00:00.000Z';
    expect(await round()).toMatchObject({ status: 'answered', answeredAt });
    expect(await limit()).toMatchObject({ status: 'met', metAt: answeredAt, inTime: true });
  });

  it('holds which document answered which item', async () => {
    good(await answer(asked.items));
    const { documents } = await readCase(caller, caseId);
    const names = new Map(documents.map((document) => [document.id, document.fileName]));
    const provided = (await round()).provided as { item: string; documentId: string }[];
    expect(provided.map(({ item, documentId }) => [item, names.get(documentId)])).toEqual(
      asked.items.map((item) => [item, `${item}.pdf`]),
    );
  });

  it('answered after its limit is recorded as late', async () => {
    good(await answer(asked.items, '2026-04-04T08:00:00.000Z'));
    expect(await limit()).toMatchObject({ inTime: false, metAt: '2026-04-04T08:00:00.000Z' });
    expect((await limit())?.settledAt).not.toBeNull();
    expect((await round()).status).toBe('answered');
  });

  it('is not answered with an item that was not asked for', async () => {
    const problem = expectProblem(await answer(['photograph']), 422, 'item-not-asked');
    expect(problem.items).toEqual(['photograph']);
    expect((await round()).provided).toEqual([]);
  });

  it('is not answered before it was asked, or in the future', async () => {
    expectProblem(await answer(asked.items, '2026-03-19T08:00:00.000Z'), 422, 'before-its-cause');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expectProblem(await answer(asked.items, tomorrow), 422, 'in-the-future');
  });

  it("is not answered with a document that is not the officer's", async () => {
    const documentId = await uploadProof(caller, 'liaison.erbil', 'theirs');
    const body = { items: [{ item: 'translation-sv', documentId }], occurredAt: '2026-03-30T08:00:00.000Z' };
    const path = `/cases/${caseId}/document-requests/${roundId}/answers`;
    expectProblem(await caller.post(liaison, path, body), 422, 'document-unknown');
  });

  it('is followed by another only when it has been answered', async () => {
    expectProblem(await ask({}), 409, 'already-asked');
    good(await answer(asked.items));
    expectProblem(await answer(asked.items), 409, 'already-decided');
    expect((await ask({})).status).toBe(201);
    expect([(await round()).status, await openRound()]).toEqual([
      'answered',
      expect.not.stringMatching(roundId),
    ]);
  });

  it('of another case, or that there is not, is 404', async () => {
    const other = await openCase(caller);
    const body = { items: [{ item: 'identity', documentId: randomUUID() }], occurredAt: asked.occurredAt };
    for (const path of [
      `${other.id}/document-requests/${roundId}`,
      `${caseId}/document-requests/${randomUUID()}`,
    ]) {
      expectProblem(await caller.post(liaison, `/cases/${path}/answers`, body), 404, 'not-found');
    }
  });

  it('is not recorded before the requested State has the case', async () => {
    const { id } = await openCase(caller);
    expectProblem(await caller.post(liaison, `/cases/${id}/document-requests`, asked), 409, 'not-open');
  });

  it('is not recorded with an impossible time', async () => {
    good(await answer(asked.items));
    expectProblem(await ask({ occurredAt: '2026-03-10T13:00:00Z' }), 422, 'before-its-cause');
    expectProblem(await ask({ answerBy: '2026-03-19' }), 422, 'limit-date-too-early');
    const sameDayThere = { occurredAt: '2026-03-20T20:00:00-05:00', answerBy: '2026-03-20' };
    expect((await ask({ ...sameDayThere, zone: 'America/New_York' })).status).toBe(201);
  });

  it.each([
    ['no items', { items: [] }],
    ['an item that is no code', { items: ['Evidence of participation'] }],
    ['a limit that is no day', { answerBy: '2026-04-31' }],
    ['another step', { step: 'opinion' }],
  ])('is refused with %s', async (_name, changes) => {
    expectProblem(await ask(changes), 422, 'invalid-input');
  });
});
