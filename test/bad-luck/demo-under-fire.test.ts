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

/** How long a worker lives before it is killed: it gets something done meanwhile also on a busy machine. */
const workerLifeMs = 5_000;
const postgresKills = 2;

describe('the sample case, while workers are killed again and again and PostgreSQL twice', () => {
  let installation: TornInstallation;
  let api: Api;
  let demo: ProductProcess;
  let stopPostgres: (() => Promise<void>) | undefined;
  let workersKilled = 0;

  beforeAll(async () => {
    installation = new TornInstallation();
    await installation.startParts();
    api = await installation.startApi();
  });
  afterAll(async () => {
    await installation.stop();
    await stopPostgres?.();
  });

  async function killWorkers(): Promise<void> {
    while (demo.lives) {
      const worker = await installation.startWorker();
      await delay(workerLifeMs);
      if (demo.lives) workersKilled += 1;
      await worker.end('SIGKILL');
    }
  }

  async function killPostgres(): Promise<void> {
    const { port } = new URL(installation.addresses.databaseUrl);
    for (let kill = 0; kill < postgresKills; kill++) {
      await delay(5_000);
      // A kill after the end would prove nothing.
      expect(demo.lives).toBe(true);
      const pid = installation.pidOf('postgres') ?? 0;
      sendSignal(pid, 'SIGQUIT');
      expect(await untilEnded(pid, 30_000)).toBe(true);
      const options = { dataDir: installation.dataDir, port: Number(port), report: () => undefined };
      stopPostgres = (await startPostgres(options)).stop;
    }
  }

  let finished: CaseView;

  it('is played to its end', async () => {
    demo = installation.startDemo(api);
    const [code] = await Promise.all([demo.untilItEnds(), killWorkers(), killPostgres()]);
    expect({ code, said: code === 0 ? '' : demo.said }).toEqual({ code: 0, said: '' });
    expect(workersKilled).toBeGreaterThan(1);
    finished = JSON.parse(demo.said.trim().split('\n').at(-1) ?? '');
    expect(finished).toMatchObject({ status: 'closed', outcome: 'surrendered' });
  });

  it('has nothing in it that is lost or doubled', async () => {
    const { prisma } = installation;
    expect(await prisma.case.count()).toBe(1);
    expect(new Set(finished.facts.map((fact) => fact.step)).size).toBe(11);
    expect(finished.facts).toHaveLength(11);
    expect(new Set(finished.decisions.map((decision) => decision.step)).size).toBe(6);
    expect(finished.decisions).toHaveLength(6);
    expect(finished.documentRequests.map((request) => request.status)).toEqual(['answered']);
    await expectSoundCase(prisma, finished.id);
    expect(await checkProjections(prisma, finished.id)).toEqual([]);
    expect(await prisma.task.count({ where: { status: 'open' } })).toBe(0);
    expect(await prisma.clock.count({ where: { settledAt: null } })).toBe(0);
  });

  it('has its workflow end with it', async () => {
    // The last worker may have been killed between the closing event and the end of the workflow.
    await installation.startWorker();
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
