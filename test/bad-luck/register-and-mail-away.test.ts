import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, startPostgres } from '../../platform/embedded/postgres';
import { startSmtpCapture } from '../../platform/embedded/smtp';
import { freePort } from '../../platform/ports';
import { sendSignal, untilEnded } from '../../platform/processes';
import { expectProblem } from '../api/caller';
import { decisionsUnder, expectSoundCase, expectWorkflowAgrees } from './judge';
import { accepted, type CommandAnswer, PersistentCaller, type Request } from './persistent-caller';
import { type Api, TornInstallation } from './torn-installation';
import { until } from './until';

jest.setTimeout(180_000);

/** How long the register is away. */
const awayMs = 20_000;

/** Where the children of a process can be read. */
const onLinux = process.platform === 'linux' ? it : it.skip;

describe('while a part is away', () => {
  let mailPort: number;
  let installation: TornInstallation;
  let caller: PersistentCaller;
  let api: Api;
  let postgres: EmbeddedPostgres | undefined;
  let stopMail: (() => Promise<void>) | undefined;
  let waiting: string[] = [];

  /** Opens cases while there is no mail server; it is there when their mails were tried in vain. */
  async function letMailsFail(): Promise<void> {
    const cases = await caller.openMany(api.url, 3);
    const { mail } = installation.prisma;
    const tried = { status: 'waiting', attempts: { gt: 0 }, lastError: 'no-connection' } as const;
    await until('mails that were tried in vain', async () => (await mail.count({ where: tried })) >= 3);
    waiting = cases.map(({ id }) => id);
    const server = await startSmtpCapture({ port: mailPort, folder: join(installation.dataDir, 'caught') });
    stopMail = () => server.stop();
  }

  beforeAll(async () => {
    mailPort = await freePort();
    installation = new TornInstallation({ SMTP_URL: `smtp://127.0.0.1:${mailPort}` });
    caller = new PersistentCaller(installation);
    await installation.startParts();
    [api] = await Promise.all([installation.startApi(), installation.startWorker()]);
    await letMailsFail();
  });
  afterAll(async () => {
    await installation.stop();
    await postgres?.stop();
    await stopMail?.();
  });

  /** Sends every request again and again while the register is away; gives what was answered meanwhile. */
  async function keepAsking(requests: readonly Request[], signal: AbortSignal): Promise<CommandAnswer[]> {
    const answers: CommandAnswer[] = [];
    const ask = async (request: Request) => {
      while (!signal.aborted) {
        const answer = await caller.send(api.url, request);
        if (answer) answers.push(answer);
        if (answer?.status === 201) return;
        await delay(250);
      }
    };
    await Promise.all(requests.map(ask));
    return answers;
  }

  /**
   * Decides on five cases while `away` takes the register away; judges answers and register when it is back. Gives
   * the codes of the problems that were answered meanwhile.
   */
  async function expectNothingLost(away: () => Promise<void>): Promise<string[]> {
    const cases = await caller.openMany(api.url, 5);
    const requests = await Promise.all(cases.map(({ id }) => caller.decisionOn(api.url, id, 'legal-review')));
    const late = new AbortController();
    const [meanwhile] = await Promise.all([
      keepAsking(requests, late.signal),
      away().finally(() => late.abort()),
    ]);
    const problems = meanwhile.filter((answer) => answer.status !== 201);
    for (const problem of problems) expectProblem(problem, 503, codeOf(problem));
    for (const request of requests) {
      accepted(await caller.sendUntilAnswered(api.url, request));
      expect(await decisionsUnder(installation.prisma, request)).toBe(1);
    }
    for (const { id } of cases) {
      await expectSoundCase(installation.prisma, id);
      await expectWorkflowAgrees(installation, id);
    }
    return problems.map(codeOf);
  }

  it('commands outlive a register that crashes and comes back', async () => {
    const codes = await expectNothingLost(async () => {
      const { port } = new URL(installation.addresses.databaseUrl);
      const pid = installation.pidOf('postgres') ?? 0;
      sendSignal(pid, 'SIGQUIT');
      expect(await untilEnded(pid, 30_000)).toBe(true);
      await delay(awayMs);
      const report = () => undefined;
      postgres = await startPostgres({ dataDir: installation.dataDir, port: Number(port), report });
      expect(String(postgres.port)).toBe(port);
    });
    expect(codes).toContain('register-unavailable');
  });

  onLinux('commands outlive a register that stands still and goes on (needs /proc)', async () => {
    await expectNothingLost(async () => {
      const pids = withChildren(installation.pidOf('postgres') ?? 0);
      for (const pid of pids) sendSignal(pid, 'SIGSTOP');
      await delay(awayMs);
      for (const pid of pids) sendSignal(pid, 'SIGCONT');
    });
  });

  it('mails wait for the mail server and are then delivered, each once', async () => {
    const { mail } = installation.prisma;
    const where = { caseId: { in: waiting } };
    const sent = async () => (await mail.count({ where: { ...where, status: 'waiting' } })) === 0;
    await until('every mail that waited sent', sent, 150_000);
    const rows = await mail.findMany({ where });
    expect(rows.length).toBeGreaterThanOrEqual(waiting.length);
    expect(rows.map((row) => row.status)).toEqual(rows.map(() => 'sent'));
    const ids = rows.map((row) => row.messageId).sort();
    const caught = await caughtIds(join(installation.dataDir, 'caught'));
    expect(caught.filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(caught).size).toBe(caught.length);
  });
});

/** The code of a problem, by its type. */
function codeOf({ body }: CommandAnswer): string {
  return String(body.type).replace('urn:taslim:problem:', '');
}

/** Message-IDs of the mails that were caught, in order, a second copy a second time. */
async function caughtIds(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return mails.map((mail) => /^Message-ID: (\S+)/im.exec(mail)?.[1] ?? '').sort();
}

/** A process and those that it has started. */
function withChildren(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return [pid, ...children.filter((word) => word !== '').map(Number)];
}
