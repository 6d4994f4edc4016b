import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { startOutbox } from '../../activities/mail/outbox';
import { createTransport } from '../../activities/mail/transport';
import type { Probe } from '../../api/health';
import { batchActivities } from '../../services/batches/batch-activities';
import { calendarActivities } from '../../services/calendars/deliver';
import { openDocumentStore } from '../../services/documents/store';
import { bundleWorkflows } from '../../worker/bundle';
import { WorkerMetrics } from '../../worker/metrics';
import { type RunningWorker, startWorker } from '../../worker/start-worker';
import { defaultCommandsPerRun } from '../../workflows/messages';
import type { Config } from '../config';
import type { Addresses } from '../running';
import type { Tracing } from '../tracing';
import { commandTimeoutMs, taskQueue } from './command-queue';
import { connectRegister } from './register';
import { temporalConnection } from './temporal-connection';

const outboxPollMs = 1_000;

/** Case worker and outbox, and what can be asked of them. */
export interface RunningCaseWorker extends Pick<RunningWorker, 'done' | 'stop'> {
  readonly metrics: Registry;
  readonly probes: Readonly<Record<string, Probe>>;
}

/** Runs the case worker and the outbox dispatcher. Any number may run side by side. */
export async function runWorker(
  config: Config,
  connections: Addresses,
  log: Logger,
  tracing?: Tracing,
): Promise<RunningCaseWorker> {
  const metrics = new WorkerMetrics();
  const prisma = connectRegister(connections.databaseUrl);
  const parts = {
    prisma,
    taskQueue,
    documents: await openDocumentStore(join(config.dataDir, 'documents')),
    documentMaxBytes: config.documentMaxBytes,
    commandTimeoutMs,
    signIn: config.signIn,
    commandsPerRun: defaultCommandsPerRun,
  };
  const worker = await startWorker({
    connection: await temporalConnection(connections.temporalAddress, config),
    namespace: config.temporalNamespace,
    taskQueue,
    workflowBundle: await bundleWorkflows({ traced: tracing !== undefined, cacheDir: config.cacheDir }),
    prisma,
    log,
    activities: (temporal) => ({
      ...calendarActivities({ prisma, temporal }),
      ...batchActivities({ ...parts, temporal }),
    }),
    onWrite: (outcome, seconds) => metrics.wrote(outcome, seconds),
    ...(tracing === undefined ? {} : { tracing: tracing.worker }),
  });
  const transport = createTransport(connections.smtpUrl);
  const outbox = startOutbox({
    prisma,
    transport,
    from: config.mailFrom,
    caseUrl: (caseId) => `${config.publicUrl}/cases/${caseId}`,
    pollMs: outboxPollMs,
    observer: metrics,
    onError: (error) =>
      log.error({ fault: error instanceof Error ? error.name : typeof error }, 'the outbox rests'),
  });
  return {
    done: worker.done,
    metrics: metrics.registry,
    probes: { register: () => prisma.$queryRaw`SELECT 1`, worker: () => worker.assertPolls() },
    async stop() {
      await Promise.all([worker.stop(), outbox.stop()]);
      transport.close();
      await prisma.$disconnect();
    },
  };
}
