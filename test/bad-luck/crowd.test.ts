import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { hashOf } from '../../domain/hash';
import { expectProblem } from '../api/caller';
import { liaison, openingOf } from '../api/case-play';
import { decisionsUnder, expectSoundCase, expectWorkflowAgrees } from './judge';
import { accepted, type CommandAnswer, levels, PersistentCaller, type Request } from './persistent-caller';
import type { ProductProcess } from './product-process';
import { type Api, TornInstallation } from './torn-installation';

jest.setTimeout(180_000);

const duplicatePauseMs = 20;

describe('with two workers and two APIs', () => {
  const installation = new TornInstallation();
  const caller = new PersistentCaller(installation);
  let apis: [Api, Api];

  beforeAll(async () => {
    await installation.startParts();
    const workers = [installation.startWorker(), installation.startWorker()];
    apis = await Promise.all([installation.startApi(), installation.startApi()]);
    await Promise.all(workers);
  });
  afterAll(() => installation.stop());

  const urlOf = (turn: number) => (turn % 2 === 0 ? apis[0].url : apis[1].url);

  it('40 decisions on 10 cases, each level by the other API, are each made once', async () => {
    const cases = await caller.openMany(urlOf(0), 10);
    await Promise.all(
      cases.map(async ({ id }, turn) => {
        for (const [index, step] of Object.keys(levels).entries()) {
          await caller.decide(urlOf(turn + index), id, step as keyof typeof levels);
        }
      }),
    );
    for (const { id } of cases) {
      await expectSoundCase(installation.prisma, id);
      await expectWorkflowAgrees(installation, id);
      expect(await installation.prisma.decision.count({ where: { caseId: id } })).toBe(4);
    }
  });

  it('the same opening at both, 20 times at once, opens one case and is answered alike', async () => {
    const request = { officer: liaison, path: '/cases', body: await openingOf(), key: randomUUID() };
    const before = await installation.prisma.case.count();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => caller.sendUntilAnswered(urlOf(turn), request)),
    );
    expect(contentsOf(answers).size).toBe(1);
    expect(await installation.prisma.case.count()).toBe(before + 1);
    await expectSoundCase(installation.prisma, answers[0]?.body.id ?? '');
  });

  /** Sends requests to both APIs, one after another without waiting, for a full second. */
  async function pelt(next: (turn: number) => Request): Promise<CommandAnswer[]> {
    const answers: Promise<CommandAnswer>[] = [];
    const end = Date.now() + 1_000;
    for (let turn = 0; Date.now() < end; turn++) {
      answers.push(caller.sendUntilAnswered(urlOf(turn), next(turn)));
      await delay(duplicatePauseMs);
    }
    return await Promise.all(answers);
  }

  it('one decision, sent for a second under one key, is made once and answered alike', async () => {
    const { id } = await caller.open(urlOf(0));
    const request = await caller.decisionOn(urlOf(0), id, 'legal-review');
    const answers = await pelt(() => request);
    expect(answers.length).toBeGreaterThan(10);
    expect(contentsOf(answers).size).toBe(1);
    expect(await installation.prisma.decision.count({ where: { caseId: id } })).toBe(1);
    await expectSoundCase(installation.prisma, id);
  });

  it('one decision, sent for a second under ever new keys, is made once; the others are told', async () => {
    const { id } = await caller.open(urlOf(0));
    const request = await caller.decisionOn(urlOf(0), id, 'legal-review');
    const answers = await pelt(() => ({ ...request, key: randomUUID() }));
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(answers.length - refused.length).toBe(1);
    for (const answer of refused) expectProblem(answer, 409, 'already-decided');
    expect(await installation.prisma.decision.count({ where: { caseId: id } })).toBe(1);
    await expectSoundCase(installation.prisma, id);
    await expectWorkflowAgrees(installation, id);
  });

  describe('and an API killed', () => {
    let held: ProductProcess;

    beforeAll(async () => {
      await installation.endWorkers();
      held = await installation.startHeldWorker();
    });

    it.each(['before-write', 'after-commit'])(
      '%s: the others answer the request, which is done once',
      async (when) => {
        const [{ id }, doomed] = await Promise.all([caller.open(urlOf(0)), installation.startApi()]);
        held.tell(`hold ${when}`);
        await held.untilItSays('will hold');
        const request = await caller.decisionOn(doomed.url, id, 'legal-review');
        const lost = caller.send(doomed.url, request);
        await held.untilItSays(/^held/m);
        expect(await decisionsUnder(installation.prisma, request)).toBe(when === 'after-commit' ? 1 : 0);
        await doomed.process.end('SIGKILL');
        expect(await lost).toBeNull();

        const repeated = [0, 1].map((turn) => caller.sendUntilAnswered(urlOf(turn), request));
        held.tell('go on');
        const answers = await Promise.all(repeated);
        expect(contentsOf(answers).size).toBe(1);
        expect(await decisionsUnder(installation.prisma, request)).toBe(1);
        await expectSoundCase(installation.prisma, id);
        await expectWorkflowAgrees(installation, id);
      },
    );
  });
});

/** What good answers say, whatever the order of its members. @throws Error for an answer that is not good */
function contentsOf(answers: readonly CommandAnswer[]): Set<string> {
  return new Set(answers.map((answer) => hashOf(accepted(answer))));
}
