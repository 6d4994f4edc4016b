import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres } from '../../platform/embedded/postgres';
import { sendSignal, untilEnded } from '../../platform/processes';
import { expectProblem } from '../api/caller';
import { caughtIds } from './caught-mails';
import { decisionsUnder, expectSoundCase, expectWorkflowAgrees } from './judge';
import { accepted, type CommandAnswer, PersistentCaller, type Request } from './persistent-caller';
import { TornInstallation } from './torn-installation';
import { until } from './until';

jest.setTimeout(300_000);

/** How long the register is away. */
const awayMs = 60_000;
/** When those begin to ask who did not ask before it went. */
const lateAfterMs = 15_000;
const askEveryMs = 1_000;
const casesEach = 5;

/** Takes the register away, and gives back what brings it again. */
type Removal = (installation: TornInstallation) => Promise<() => Promise<void>>;

const stopped: (() => Promise<void>)[] = [];

const crash: Removal = async (installation) => {
  const { port } = new URL(installation.addresses.databaseUrl);
  const pid = installation.pidOf('postgres') ?? 0;
  sendSignal(pid, 'SIGQUIT');
  expect(await untilEnded(pid, 30_000)).toBe(true);
  return async () => {
    const options = { dataDir: installation.dataDir, port: Number(port), report: () => undefined };
    const postgres = await startPostgres(options);
    stopped.push(() => postgres.stop());
    expect(String(postgres.port)).toBe(port);
  };
};

const standStill: Removal = async (installation) => {
  const pids = withChildren(installation.pidOf('postgres') ?? 0);
  for (const pid of pids) sendSignal(pid, 'SIGSTOP');
  return async () => {
    for (const pid of pids) sendSignal(pid, 'SIGCONT');
  };
};

/** What one caller was answered while the register was away. */
interface Heard {
  readonly request: Request;
  readonly answers: readonly CommandAnswer[];
}

/** An installation whose register goes away while officers decide on cases. */
class Outage {
  readonly installation = new TornInstallation();
  readonly caller = new PersistentCaller(this.installation);
  url = '';
  caseIds: string[] = [];
  early: Heard[] = [];
  late: Heard[] = [];
  ended: Promise<void> = Promise.resolve();

  constructor(private readonly remove: Removal) {}

  async start(): Promise<void> {
    await this.installation.startParts();
    const [{ url }] = await Promise.all([this.installation.startApi(), this.installation.startWorker()]);
    this.url = url;
  }

  begin(): void {
    this.ended = this.play();
    // Whoever waits for it is told; that may be later.
    this.ended.catch(() => undefined);
  }

  /**
   * Half of the callers ask as it goes, the others when it has been away for a while; all ask until it is back. No mail
   * is on its way as it goes: one that the register cannot record as sent comes a second time.
   */
  private async play(): Promise<void> {
    const { url, caller } = this;
    const cases = await caller.openMany(url, 2 * casesEach);
    this.caseIds = cases.map(({ id }) => id);
    const requests = await Promise.all(this.caseIds.map((id) => caller.decisionOn(url, id, 'legal-review')));
    await untilMailsAreSent(this.installation);
    const back = new AbortController();
    const ask = (some: readonly Request[]) =>
      Promise.all(some.map((one) => this.keepAsking(one, back.signal)));
    const early = ask(requests.slice(0, casesEach));
    const bringBack = await this.remove(this.installation);
    await delay(lateAfterMs);
    const late = ask(requests.slice(casesEach));
    await delay(awayMs - lateAfterMs);
    back.abort();
    await bringBack();
    [this.early, this.late] = await Promise.all([early, late]);
  }

  private async keepAsking(request: Request, back: AbortSignal): Promise<Heard> {
    const answers: CommandAnswer[] = [];
    while (!back.aborted) {
      const answer = await this.caller.send(this.url, request);
      // What was answered after its return says nothing about its absence.
      if (answer && !back.aborted) answers.push(answer);
      if (answer?.status === 201) break;
      await delay(askEveryMs, undefined, { signal: back }).catch(() => undefined);
    }
    return { request, answers };
  }
}

/** "Later", in one of the two ways in which a caller can be told so. */
function expectLater(answer: CommandAnswer, { key }: Request): void {
  const code = String(answer.body.type).replace('urn:taslim:problem:', '');
  expect(['register-unavailable', 'no-worker']).toContain(code);
  expect(expectProblem(answer, 503, code).idempotencyKey).toBe(key);
}

const outages: [string, Outage][] = [['crashes and comes back', new Outage(crash)]];
// Which processes have to stand still is read from /proc.
if (process.platform === 'linux') outages.push(['stands still and goes on', new Outage(standStill)]);

describe('while the register is away for a minute', () => {
  // One minute for all: they go on side by side, but start one after another, for they choose ports.
  beforeAll(async () => {
    for (const [, outage] of outages) await outage.start();
    for (const [, outage] of outages) outage.begin();
  });
  afterAll(async () => {
    for (const [, outage] of outages) {
      await outage.ended.catch(() => undefined);
      await outage.installation.stop();
    }
    for (const stop of stopped) await stop();
  });

  it.each(outages)(
    'because it %s: each command is done once, and each caller told the truth',
    async (_way, outage) => {
      await outage.ended;
      const { installation, caller, url, early, late } = outage;
      for (const { request, answers } of late) {
        expect(answers.length).toBeGreaterThan(0);
        for (const answer of answers) expectLater(answer, request);
      }
      for (const { request, answers } of early) {
        for (const answer of answers.filter(({ status }) => status !== 201)) expectLater(answer, request);
      }
      for (const { request } of [...early, ...late]) {
        const first = accepted(await caller.sendUntilAnswered(url, request));
        expect(accepted(await caller.sendUntilAnswered(url, request))).toEqual(first);
        expect(await decisionsUnder(installation.prisma, request)).toBe(1);
      }
      for (const id of outage.caseIds) {
        await expectSoundCase(installation.prisma, id);
        await expectWorkflowAgrees(installation, id);
      }
      await untilMailsAreSent(installation);
      const rows = await installation.prisma.mail.findMany();
      const caught = await caughtIds(installation.addresses.mailStore ?? '');
      expect(caught).toEqual(rows.map((row) => row.messageId).sort());
    },
  );
});

function untilMailsAreSent({ prisma }: TornInstallation): Promise<true> {
  const none = async () => (await prisma.mail.count({ where: { status: { not: 'sent' } } })) === 0;
  return until('an outbox in which nothing waits', none, 150_000);
}

/** A process and those that it has started. */
function withChildren(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return [pid, ...children.filter((word) => word !== '').map(Number)];
}
