import { apiDesk } from '../../platform/demo/api-desk';
import { InformationCase, type InformationEvent } from '../../platform/demo/information-case';
import { readInformationSample, requestOf } from '../../platform/demo/information-sample';
import { playInformation } from '../../platform/demo/play-information';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { QuestionsView } from '../../services/cases/question-view';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { openCase } from './case-play';

const asks = 'liaison.baghdad';
const asked = 'liaison.erbil';
const at = '2026-03-01T10:00:00+03:00';

describe('a request for information of Baghdad to Erbil', () => {
  let installation: Installation;
  let caller: Caller;
  let linked: string;
  let played: Awaited<ReturnType<typeof playInformation>>;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    linked = (await openCase(caller)).id;
    played = await playInformation(installation.api, () => undefined);
  });
  afterAll(() => installation.stop());

  const read = async (officer: string, id: string) =>
    good(await caller.get<CaseView>(officer, `/cases/${id}`));
  const questionsOf = async (officer: string, id: string) =>
    good(await caller.get<QuestionsView>(officer, `/cases/${id}/questions`));

  /** One that has been received, and what then happens in it. */
  async function begun(...events: readonly InformationEvent[]): Promise<string> {
    const request = requestOf(await readInformationSample(), null);
    const item = await InformationCase.open(apiDesk(installation.api), () => undefined, request);
    await item.play({ at, step: 'transmission' });
    await item.play({ at, step: 'receipt' });
    for (const event of events) await item.play(event);
    return (await item.finished()).id;
  }

  it('is answered to its end as the sample says', () => {
    expect(played.case).toMatchObject({ status: 'closed', outcome: 'answered', gaps: ['purpose'] });
    expect(played.questions).toMatchObject({ calendar: 'IQ-KR', answered: 3, workingDays: 0 });
    expect(played.questions.questions.map(({ status, documents }) => [status, documents.length])).toEqual([
      ['answered', 0],
      ['answered', 0],
      ['answered', 1],
    ]);
    const limit = played.case.clocks.find(({ rule }) => rule === 'SET-BY-ASKING-SIDE');
    expect(limit).toMatchObject({ inTime: true, calendar: 'IQ-KR', agency: 'AHTD-ERBIL' });
    expect(played.case.messages.every(({ receivedAt }) => receivedAt !== null)).toBe(true);
  });

  it('tells the other side of the case that it is linked to only who may know of that one', async () => {
    expect(await read(asks, played.case.id)).toMatchObject({ request: { linkedCase: linked } });
    expect((await read(asked, played.case.id)).request).not.toHaveProperty('linkedCase');
    const related = good(await caller.get(asks, `/cases/${linked}/related`));
    expect(JSON.stringify(related)).toContain(played.case.id);
    const foreign = { ...requestOf(await readInformationSample(), linked), from: 'KRG', to: 'FED' };
    const opening = { procedure: 'information-exchange', request: foreign };
    const problem = expectProblem(await caller.post(asked, '/cases', opening), 422, 'invalid-input');
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/request/linkedCase' })]);
  });

  it('is answered by the officers of the asked side alone, and what they prepare is theirs until it leaves', async () => {
    const id = await begun();
    const path = `/cases/${id}/questions`;
    const answer = { outcome: 'answered', text: 'Invented: two hospitals' };
    expectProblem(await caller.post(asks, `${path}/1/answer`, answer), 403, 'wrong-role');
    expectProblem(await caller.post('manager.erbil', `${path}/1/answer`, answer), 403, 'wrong-role');
    expectProblem(await caller.post('approver.erbil', `${path}/1/answer`, answer), 404, 'not-found');
    expectProblem(await caller.post(asked, `${path}/3/answer`, answer), 422, 'document-missing');
    good(await caller.post<CaseSummary>(asked, `${path}/2/answer`, answer));
    expect((await questionsOf(asked, id)).questions[1]).toMatchObject({
      status: 'prepared',
      answer: answer.text,
    });
    expect((await questionsOf(asks, id)).questions[1]).toMatchObject({ status: 'open', answer: null });
    expect(JSON.stringify(await read(asks, id))).not.toContain(answer.text);
    expectProblem(await caller.post(asked, `${path}/2/answer`, answer), 409, 'already-decided');
  });

  it('is refused in part or as a whole, with the reason', async () => {
    const id = await begun();
    const refused = { outcome: 'refused', text: 'Invented: nothing is held' };
    const path = `/cases/${id}/questions/1/answer`;
    expectProblem(await caller.post(asked, path, refused), 422, 'reason-missing');
    good(await caller.post(asked, path, { ...refused, codes: ['information-not-held'] }));
    const { questions } = await questionsOf(asks, id);
    expect(questions[0]).toMatchObject({
      status: 'refused',
      codes: ['information-not-held'],
      answer: refused.text,
    });
  });

  it('is given more time by who asked, and shows what it was due before', async () => {
    const before = await begun();
    const { dueAt } = await questionsOf(asks, before);
    const limitDate = new Date(Date.parse(dueAt ?? '') + 9 * 86_400_000).toISOString().slice(0, 10);
    const { tasks, contentHash } = await read(asked, before);
    const stepKey = tasks.find(({ step }) => step === 'extension-request')?.stepKey;
    const message = { stepKey, contentHash, text: 'Invented: more time' };
    const path = `/cases/${before}/messages`;
    expectProblem(await caller.post(asked, path, message), 422, 'limit-date-missing');
    good(await caller.post(asked, path, { ...message, limitDate }));
    const decision = { stepKey: 'extension-decision#1', contentHash, outcome: 'granted' };
    good(await caller.post(asks, path, decision));
    const after = await questionsOf(asked, before);
    expect(after.previousDueAt).toBe(dueAt);
    expect(Date.parse(after.dueAt ?? '')).toBeGreaterThan(Date.parse(dueAt ?? ''));
    const asking = (await read(asks, before)).messages.find(({ kind }) => kind === 'extension-request');
    expect(asking).toMatchObject({ limitDate, text: message.text });
  });

  it('announces its questions by one mail, not by one each', async () => {
    const mails = await installation.register.prisma.mail.findMany({ where: { caseId: played.case.id } });
    const steps = mails.map(({ params }) => (params as { step?: string }).step);
    expect(steps.filter((step) => step === 'question')).toHaveLength(1);
    expect(steps.filter((step) => step === 'message-receipt')).toHaveLength(3);
  });

  it('is asked of an authority abroad by the federal side, each answer with its proof', async () => {
    const sample = requestOf(await readInformationSample(), null);
    const request = {
      ...sample,
      to: 'abroad',
      requestedState: 'SE',
      authority: 'Invented authority',
    } as const;
    const item = await InformationCase.open(apiDesk(installation.api), () => undefined, request);
    await item.play({ at, step: 'transmission-abroad', outcome: 'sent' });
    await item.play({ at, step: 'receipt-abroad', outcome: 'received' });
    const codes = ['essential-interests'];
    await item.play({
      at: '2026-03-05T10:00:00+03:00',
      step: 'answer-abroad',
      number: 3,
      outcome: 'answered',
    });
    await item.play({
      at: '2026-03-09T10:00:00+03:00',
      step: 'answer-abroad',
      number: 1,
      outcome: 'refused',
      codes,
    });
    const { id } = await item.finished();
    expect((await questionsOf(asks, id)).questions).toMatchObject([
      { status: 'refused', codes, workingDays: 5 },
      { status: 'open', workingDays: null },
      { status: 'answered', workingDays: 3 },
    ]);
    expectProblem(await caller.get(asked, `/cases/${id}/questions`), 404, 'not-found');
    const regional = { ...request, from: 'KRG' };
    const opening = { procedure: 'information-exchange', request: regional };
    expectProblem(await caller.post(asked, '/cases', opening), 422, 'invalid-input');
  });

  it('is not released by who prepared it, whatever the case says: the database holds it', async () => {
    const id = await begun({ at, step: 'question', number: 2, text: 'Invented' });
    const { prisma } = installation.register;
    const task = await prisma.task.findFirstOrThrow({ where: { caseId: id, stepKey: 'answer-release#2' } });
    const { id: officerId } = await prisma.officer.findUniqueOrThrow({ where: { subject: asked } });
    const decision = {
      ...{ id: '00000000-0000-4000-8000-00000000abcd', caseId: id, taskId: task.id, stepKey: task.stepKey },
      ...{ stage: 'release', fourEyes: true, outcome: 'approved', officerId, contentHash: 'x' },
      decidedAt: new Date(),
    };
    await expect(prisma.decision.create({ data: decision })).rejects.toThrow(/four-eyes: preparer/);
  });
});
