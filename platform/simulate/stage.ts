import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { registerActivities } from '../../activities/register/activities';
import { defaultSignInLimits } from '../../domain/identity/limits';
import type { PrismaClient } from '../../prisma/generated/client';
import { seedCalendars } from '../../services/calendars/seed-calendars';
import type { ServiceContext } from '../../services/context';
import { openDocumentStore } from '../../services/documents/store';
import { seedSampleOfficers } from '../../services/officers/sample-officers';
import { bundleWorkflows } from '../../worker/bundle';
import { defaultCommandsPerRun } from '../../workflows/messages';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { migrate, roleOf } from '../database/migrate';
import { withScratchDatabase } from '../embedded/scratch-database';
import { stopInOrder } from '../shutdown';
import { resolveTestServer } from '../temporal-server/test-server';
import { throwIfInterrupted } from './interrupted';
import type { SkippedTime } from './skipped-time';
import { startSkippingServer } from './skipping-server';

const taskQueue = 'cases';
const namespace = 'default';
const commandTimeoutMs = 20_000;
const signalMs = 50;

export interface StageOptions {
  readonly config: Pick<Config, 'cacheDir' | 'testServer' | 'documentMaxBytes'>;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The services on a register of their own, and the time of the server that they work with. */
export interface Stage {
  readonly context: ServiceContext;
  readonly time: SkippedTime;
}

/**
 * Runs `work` with an empty register, a worker and a server whose time can be skipped; all of it is gone afterwards.
 * Nothing of an installation is touched.
 *
 * @throws UserError when the server cannot be had on this machine; AbortError at a signal
 */
export async function withStage<Result>(
  options: StageOptions,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  try {
    return await withRegister(options, work);
  } catch (error) {
    // Ctrl-C reaches the children too, and what breaks because of it is no fault. It is heard a moment after them.
    await delay(signalMs);
    throwIfInterrupted(options.signal);
    throw error;
  }
}

async function withRegister<Result>(
  options: StageOptions,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const { config, report, signal } = options;
  const testServer = await resolveTestServer({ ...config, report, signal });
  report('register: starting');
  return await withScratchDatabase(async ({ databaseUrl, ownerUrl }) => {
    throwIfInterrupted(signal);
    await migrate({ ownerUrl, appRole: roleOf(databaseUrl) });
    const prisma = connectRegister(databaseUrl);
    const folder = mkdtempSync(join(tmpdir(), 'taslim-simulate-'));
    try {
      await seedSampleOfficers(prisma);
      await seedCalendars(prisma);
      throwIfInterrupted(signal);
      return await withTemporal(options, testServer, { prisma, folder }, work);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await prisma.$disconnect();
    }
  });
}

async function withTemporal<Result>(
  { config, report, signal }: StageOptions,
  testServer: string,
  { prisma, folder }: { prisma: PrismaClient; folder: string },
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  report('worker and time-skipping server: starting');
  installQuietRuntime();
  const server = await startSkippingServer(testServer, join(folder, 'temporal.log'));
  const stops = [() => server.stop()];
  try {
    const context: ServiceContext = {
      prisma,
      temporal: new Client({ connection: server.connection, namespace }),
      taskQueue,
      documents: await openDocumentStore(join(folder, 'documents')),
      documentMaxBytes: config.documentMaxBytes,
      commandTimeoutMs,
      signIn: defaultSignInLimits,
      commandsPerRun: defaultCommandsPerRun,
    };
    const worker = await startWorkerOn(server.address, prisma, config.cacheDir);
    stops.unshift(worker.stop);
    throwIfInterrupted(signal);
    const played = work({ context, time: server.time });
    // Whoever still waits for an answer gets one before the server goes.
    stops.unshift(() => played.then(ignore, ignore));
    const ended = worker.done.then(() => Promise.reject(new Error('the worker has ended')));
    return await Promise.race([played, ended]);
  } finally {
    await stopInOrder(stops);
  }
}

async function startWorkerOn(address: string, prisma: PrismaClient, cacheDir: string) {
  const workflowBundle = await bundleWorkflows({ cacheDir });
  const connection = await NativeConnection.connect({ address });
  const activities = registerActivities(prisma);
  const worker = await Worker.create({ connection, namespace, taskQueue, workflowBundle, activities });
  const done = worker.run();
  return {
    done,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done.then(ignore, ignore);
      await connection.close();
    },
  };
}

function ignore(): void {}

/** The SDK's core would write its warnings to standard output, where the calendar is to stand alone. */
function installQuietRuntime(): void {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter } },
  });
}
