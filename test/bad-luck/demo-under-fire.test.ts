import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { checkProjections } from '../../activities/register/rebuild';
import { startPostgres } from '../../platform/embedded/postgres';
import { sendSignal, untilEnded } from '../../platform/processes';
import type { CaseView } from '../../services/cases/get-case';
import { caseWorkflowId } from '../../workflows/messages';
import { caughtIds } from './caught-mails';
import { expectSoundCase } from './judge';
import type { ProductProcess } from './product-process';
import { type Api, TornInstallation } from './torn-installation';
import { until } from './until';

jest.setTimeout(280_000);

/** A worker is killed when the case has grown by so many events, or when nothing comes of it for a while. */
const eventsAWorkerLives = 35;
const workerLifeMs = 15_000;
/** Of the some hundred and twenty events of the case. */
const postgresKilledAfterEvents = [30, 80];

describe('the sample case, while workers are killed again and again and PostgreSQL twice', () => {
  let installation: TornInstallation;
  let api: Api;
  let demo: ProductProcess;
  let stopPostgres: (() => Promise<void>) | undefined;
  let workersKilled = 0;
  let postgresKilled = 0;

  beforeAll(async () => {
    installation = new TornInstallation();
    await installation.startParts();
    api = await installation.startApi();
  });
  afterAll(async () => {
    await installation.stop();
    await stopPostgres?.();
  });

  /** How far the play has come; nobody knows while the register is away. */
  const eventsWritten = () => installation.prisma.caseEvent.count().catch(() => 0);

  /**
   * Kills by the play's progress and not by the clock: how fast a machine is must not decide what is proved. The worker
   * that is there when the play has ended is left alive.
   */
  async function killWorkers(): Promise<void> {
    for (;;) {
      const worker = await installation.startWorker();
      const [before, born] = [await eventsWritten(), Date.now()];
      const hasWorked = async () =>
        (await eventsWritten()) >= before + eventsAWorkerLives || Date.now() - born > workerLifeMs;
      while (demo.lives && !(await hasWorked())) await delay(50);
      if (!demo.lives) return;
      workersKilled += 1;
      await worker.end('SIGKILL');
    }
  }

  async function killPostgres(): Promise<void> {
    const { port } = new URL(installation.addresses.databaseUrl);
    for (const progress of postgresKilledAfterEvents) {
      while (demo.lives && (await eventsWritten()) < progress) await delay(50);
      // A kill after the end would prove nothing.
      expect(demo.lives).toBe(true);
      const pid = installation.pidOf('postgres') ?? 0;
      sendSignal(pid, 'SIGQUIT');
      expect(await untilEnded(pid, 30_000)).toBe(true);
      const options = { dataDir: installation.dataDir, port: Number(port), report: () => undefined };
      stopPostgres = (await startPostgres(options)).stop;
      postgresKilled += 1;
    }
  }

  let finished: CaseView;

  it('is played to its end', async () => {
    demo = installation.startDemo(api);
    const [code] = await Promise.all([demo.untilItEnds(), killWorkers(), killPostgres()]);
    expect({ code, said: code === 0 ? '' : demo.said }).toEqual({ code: 0, said: '' });
    expect(workersKilled).toBeGreaterThan(1);
    expect(postgresKilled).toBe(postgresKilledAfterEvents.length);
    finished = JSON.parse(demo.said.trim().split('\n').at(-1) ?? '');
    expect(finished).toMatchObject({ status: 'closed', outcome: 'surrendered' });
  });

  it('has nothing in it that is lost or doubled', async () => {
    const { prisma } = installation;
    expect(await prisma.case.count()).toBe(1);
    expect(new Set(finished.facts.map((fact) => fact.step)).size).toBe(18);
    expect(finished.facts).toHaveLength(18);
    expect(new Set(finished.decisions.map((decision) => decision.step)).size).toBe(7);
    expect(finished.decisions).toHaveLength(7);
    expect(finished.documentRequests.map((request) => request.status)).toEqual(['answered']);
    await expectSoundCase(prisma, finished.id);
    expect(await checkProjections(prisma, finished.id)).toEqual([]);
    expect(await prisma.task.count({ where: { status: 'open' } })).toBe(0);
    expect(await prisma.clock.count({ where: { settledAt: null } })).toBe(0);
  });

  it('has its workflow end with it', async () => {
    // Who was killed may have left the closing event behind him: the worker that lives brings the workflow to its end.
    const connection = await Connection.connect({ address: installation.addresses.temporalAddress });
    const { workflow } = new Client({ connection, namespace: 'default' });
    const result = await workflow
      .getHandle(caseWorkflowId(finished.id))
      .result()
      .finally(() => connection.close());
    expect(result).toBe('surrendered');
  });

  it('has no mail that is lost, and none twice that was sent at the first try', async () => {
    const { prisma, addresses } = installation;
    // A mail whose sender was killed amid it is held for two minutes, and then sent again: it is not waited for.
    const isHeld = (row: { status: string; lastError: string | null }) =>
      row.status === 'waiting' && row.lastError === 'unfinished';
    const rows = await until('an outbox in which nothing waits', async () => {
      const mails = await prisma.mail.findMany();
      return mails.every((row) => row.status === 'sent' || isHeld(row)) && mails;
    });
    const caught = await caughtIds(addresses.mailStore ?? '');
    const sent = rows.filter((row) => row.status === 'sent').map((row) => row.messageId);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((id) => !caught.includes(id))).toEqual([]);
    const atOnce = rows
      .filter((row) => row.status === 'sent' && row.attempts === 1)
      .map((row) => row.messageId);
    expect(caught.filter((id) => atOnce.includes(id))).toEqual(atOnce.sort());
  });
});
