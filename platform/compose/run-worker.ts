import type { Logger } from 'pino';
import { startOutbox } from '../../activities/mail/outbox';
import { createTransport } from '../../activities/mail/transport';
import { bundleWorkflows } from '../../worker/bundle';
import { type RunningWorker, startWorker } from '../../worker/start-worker';
import type { Config } from '../config';
import type { Addresses } from '../running';
import { connectRegister } from './register';
import { taskQueue } from './run-api';
import { temporalConnection } from './temporal-connection';

const outboxPollMs = 1_000;

/** Runs the case worker and the outbox dispatcher. Any number may run side by side. */
export async function runWorker(config: Config, connections: Addresses, log: Logger): Promise<RunningWorker> {
  const prisma = connectRegister(connections.databaseUrl);
  const worker = await startWorker({
    connection: await temporalConnection(connections.temporalAddress, config),
    namespace: config.temporalNamespace,
    taskQueue,
    workflowBundle: await bundleWorkflows(),
    prisma,
    log,
  });
  const transport = createTransport(connections.smtpUrl);
  const outbox = startOutbox({
    prisma,
    transport,
    from: config.mailFrom,
    caseUrl: (caseId) => `${config.publicUrl}/cases/${caseId}`,
    pollMs: outboxPollMs,
    onError: (error) =>
      log.error({ fault: error instanceof Error ? error.name : typeof error }, 'the outbox rests'),
  });
  return {
    done: worker.done,
    async stop() {
      await Promise.all([worker.stop(), outbox.stop()]);
      transport.close();
      await prisma.$disconnect();
    },
  };
}
