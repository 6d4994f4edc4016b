import { expectProblem } from '../api/caller';
import { decisionsUnder, expectSoundCase, expectWorkflowAgrees } from './judge';
import { accepted, type CommandAnswer, PersistentCaller } from './persistent-caller';
import { type Api, TornInstallation } from './torn-installation';
import { until } from './until';

jest.setTimeout(180_000);

describe('when processes are killed', () => {
  const installation = new TornInstallation();
  let caller = new PersistentCaller(installation);
  let api: Api;

  beforeAll(async () => {
    await installation.startParts();
    api = await installation.startApi();
  });
  afterEach(() => installation.endWorkers());
  afterAll(() => installation.stop());

  const decisionCount = () => installation.prisma.decision.count();

  it('a worker amid commands: each is done once, at the latest when it is repeated, and the case goes on', async () => {
    const worker = await installation.startWorker();
    const cases = await caller.openMany(api.url, 10);
    const requests = await Promise.all(cases.map(({ id }) => caller.decisionOn(api.url, id, 'legal-review')));
    const answered: CommandAnswer[] = [];
    const sent = requests.map(async (request) => {
      const answer = await caller.send(api.url, request);
      if (answer) answered.push(answer);
      return answer;
    });
    await until('a first decision in the register', async () => (await decisionCount()) > 0);
    await worker.end('SIGKILL');
    expect(answered.length).toBeLessThan(requests.length);

    await installation.startWorker();
    const firstAnswers = await Promise.all(sent);
    for (const [index, request] of requests.entries()) {
      const first = firstAnswers[index];
      const again = await caller.sendUntilAnswered(api.url, request);
      expect(again.status).toBe(201);
      if (first?.status === 201) expect(again.body).toEqual(first.body);
      else if (first) expect(expectProblem(first, 503, 'no-worker').idempotencyKey).toBe(request.key);
      expect(await decisionsUnder(installation.prisma, request)).toBe(1);
    }
    for (const { id } of cases) {
      await expectSoundCase(installation.prisma, id);
      await expectWorkflowAgrees(installation, id);
    }

    const [{ id } = { id: '' }] = cases;
    await caller.decide(api.url, id, 'assurances');
    await caller.decide(api.url, id, 'judicial-council');
    const refusal = { outcome: 'refused', reason: 'Not now.' };
    const closed = await caller.decide(api.url, id, 'foreign-ministry', refusal);
    expect(closed).toMatchObject({ outcome: 'not-approved', closedAt: expect.any(String) });
    await expectSoundCase(installation.prisma, id);
  });

  it('all but the register between a commit and its answer: the next officer decides on what was written', async () => {
    const held = await installation.startHeldWorker();
    const { id } = await caller.open(api.url);
    held.tell('hold after-commit');
    await held.untilItSays('will hold');
    const request = await caller.decisionOn(api.url, id, 'legal-review');
    const answer = caller.send(api.url, request);
    await held.untilItSays(/^held/m);
    expect(await decisionsUnder(installation.prisma, request)).toBe(1);
    await Promise.all([api.process.end('SIGKILL'), held.end('SIGKILL'), installation.killPartsAndTemporal()]);
    expect(await answer).toBeNull();

    await installation.startParts();
    caller = new PersistentCaller(installation);
    [api] = await Promise.all([installation.startApi(), installation.startWorker()]);
    const next = await caller.decisionOn(api.url, id, 'assurances');
    const decided = accepted(await caller.sendUntilAnswered(api.url, next));
    expect(decided.status).toBe('legal-review');
    const again = await caller.sendUntilAnswered(api.url, request);
    expect(again.status).toBe(201);

    expect(await decisionsUnder(installation.prisma, request)).toBe(1);
    expect(await decisionsUnder(installation.prisma, next)).toBe(1);
    await expectSoundCase(installation.prisma, id);
    await expectWorkflowAgrees(installation, id);
  });
});
