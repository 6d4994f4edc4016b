import type { CaseSummary } from '../../services/cases/case-summary';
import type { TaskView } from '../../services/tasks/task-view';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import {
  liaison as baghdad,
  openingOf,
  readCase,
  receivedAt,
  record,
  transmittedAt,
  uploadProof,
} from './case-play';

const erbil = 'liaison.erbil';
const secret = 'Secret of the federal side';

/** Who signs each step on the way of the request through Baghdad. */
const federalLevels = [
  ['approver.legal', 'legal-review'],
  ['approver.directorate', 'assurances'],
  ['approver.council', 'judicial-council'],
  ['approver.foreign', 'foreign-ministry'],
] as const;

describe('a request of the Kurdistan Region to a foreign State', () => {
  let installation: Installation;
  let caller: Caller;
  let caseId: string;
  let warrant: string;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    warrant = await uploadProof(caller, erbil, 'warrant of the Region');
    const documents = [{ item: 'arrest-warrant', documentId: warrant, certified: true }];
    const opening = await openingOf({ originSide: 'KRG', documents });
    caseId = good(await caller.post<CaseSummary>(erbil, '/cases', opening)).id;
  });
  afterAll(() => installation.stop());

  async function taskOf(officer: string, step: string): Promise<TaskView> {
    const { items } = good(await caller.get<{ items: TaskView[] }>(officer, '/tasks?limit=200'));
    const task = items.find((candidate) => candidate.caseId === caseId && candidate.step === step);
    if (!task) throw new Error(`${officer} has no task ${step}`);
    return task;
  }

  async function decide(officer: string, step: string, outcome: string): Promise<void> {
    const { id } = await taskOf(officer, step);
    const { contentHash } = await readCase(caller, caseId, officer);
    const decision = { outcome, contentHash, reason: `${secret}: ${step}` };
    good(await caller.post(officer, `/tasks/${id}/decision`, decision));
  }

  it('is opened by an officer of the side whose request it is', async () => {
    for (const [officer, originSide] of [
      [baghdad, 'KRG'],
      [erbil, 'FED'],
    ] as const) {
      const answer = await caller.post(officer, '/cases', await openingOf({ originSide }));
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ pointer: '/request/originSide', code: 'not-your-side' }),
      ]);
    }
  });

  it('is not known in Baghdad before Erbil has approved and sent it', async () => {
    expect((await caller.get(baghdad, `/cases/${caseId}`)).status).toBe(404);
    await decide('approver.erbil', 'regional-approval', 'approved');
    expect((await caller.get(baghdad, `/cases/${caseId}`)).status).toBe(404);
    const { stepKey } = await taskOf(erbil, 'regional-transmission');
    const { contentHash } = await readCase(caller, caseId, erbil);
    good(await caller.post(erbil, `/cases/${caseId}/messages`, { stepKey, contentHash }));
    await decide(baghdad, 'regional-receipt', 'received');
  });

  it('is signed at four federal levels, and the bodies beside Baghdad read the whole file for it', async () => {
    for (const [officer, step] of federalLevels) {
      const { documents } = await readCase(caller, caseId, officer);
      expect([officer, documents.map(({ id }) => id)]).toEqual([officer, [warrant]]);
      await decide(officer, step, 'approved');
    }
  });

  it('leaves by the hand of the federal side only', async () => {
    const fact = { step: 'transmission', outcome: 'transmitted', occurredAt: transmittedAt };
    expect((await record(caller, erbil, caseId, fact)).status).toBe(403);
    good(await record(caller, baghdad, caseId, fact));
    const proof = [await uploadProof(caller, baghdad, 'receipt')];
    good(
      await record(caller, baghdad, caseId, {
        step: 'receipt',
        outcome: 'received',
        occurredAt: receivedAt,
        proof,
      }),
    );
  });

  it('is noted on, and advised on, by the federal bodies for the federal side', async () => {
    const path = `/cases/${caseId}`;
    good(await caller.post('approver.council', `${path}/notes`, { text: `${secret}: a note` }));
    expect((await readCase(caller, caseId)).notes).toMatchObject([{ text: `${secret}: a note` }]);
    const question = `${secret}: what do you say?`;
    const ask = (officer: string) =>
      caller.post(officer, `${path}/advice`, { role: 'judicial-council-approver', question });
    expectProblem(await ask(erbil), 422, 'nobody-to-ask');
    good(await ask(baghdad));
    await decide('approver.council', 'advice', 'given');
  });

  it('tells Erbil what came of it, and no reason, name, proof or task of the federal side', async () => {
    const seen = await readCase(caller, caseId, erbil);
    expect(seen.facts.map(({ step, outcome, partial }) => [step, outcome, partial])).toEqual([
      ['transmission', 'transmitted', true],
      ['receipt', 'received', true],
    ]);
    const signed = seen.decisions.map(({ step, outcome }) => `${step} ${outcome}`);
    expect(signed).toEqual(
      expect.arrayContaining(['foreign-ministry#1 approved', 'judicial-council#1 approved']),
    );
    const timeline = good(await caller.get(erbil, `/cases/${caseId}/timeline`));
    const everything = JSON.stringify([seen, timeline]);
    for (const [officer, step] of federalLevels) {
      expect(everything).not.toContain(`${secret}: ${step}`);
      expect(everything).not.toContain(officer);
    }
    for (const words of ['a note', 'what do you say?', 'advice'])
      expect(everything).not.toContain(`${secret}: ${words}`);
    expect(seen.notes).toEqual([]);
    const own = ['request-checklist', 'regional-approval', 'regional-transmission'];
    expect([...new Set(seen.tasks.map(({ step }) => step))]).toEqual(own);
  });

  it('is told of by mail to the officer in Erbil who answers for it', async () => {
    const mails = await installation.register.prisma.mail.findMany({
      where: { template: 'step-outcome', caseId },
      include: { officer: { select: { subject: true } } },
    });
    expect(new Set(mails.map(({ officer }) => officer.subject))).toEqual(new Set([erbil]));
    const steps = mails.map(({ params }) => (params as { step: string }).step);
    expect(steps).toEqual(expect.arrayContaining(['foreign-ministry', 'transmission', 'receipt']));
  });
});
