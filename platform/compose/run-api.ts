import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { createApp } from '../../api/app';
import { tokenVerifier } from '../../api/authenticate';
import { recheckSigners } from '../../services/allocation/recheck-signers';
import { resumeBatches } from '../../services/batches/start-batch';
import { resumeDeliveries } from '../../services/calendars/delivery';
import type { ServiceContext } from '../../services/context';
import { openDocumentStore } from '../../services/documents/store';
import { defaultCommandsPerRun } from '../../workflows/messages';
import type { Config } from '../config';
import type { Addresses } from '../running';
import type { Tracing } from '../tracing';
import { commandTimeoutMs, taskQueue } from './command-queue';
import type { Page } from './pages';
import { connectRegister } from './register';
import { type Running, serve } from './serve';
import { temporalConnection } from './temporal-connection';

/** What composition adds to the API. */
export interface ApiAdditions {
  readonly pages?: (context: ServiceContext) => readonly Page[];
  /** What else is counted in this process. */
  readonly metrics?: readonly Registry[];
  readonly tracing?: Tracing | undefined;
}

/**
 * Serves the API on the configured host and port.
 *
 * @throws UserError when the port is taken
 */
export async function runApi(
  config: Config,
  connections: Addresses,
  log: Logger,
  { pages = () => [], metrics = [], tracing }: ApiAdditions = {},
): Promise<Running> {
  const prisma = connectRegister(connections.databaseUrl);
  const connection = Connection.lazy(await temporalConnection(connections.temporalAddress, config));
  const temporal = new Client({
    connection,
    namespace: config.temporalNamespace,
    interceptors: { workflow: tracing?.clientInterceptors ?? [] },
  });
  const context = {
    prisma,
    temporal,
    taskQueue,
    documents: await openDocumentStore(join(config.dataDir, 'documents')),
    documentMaxBytes: config.documentMaxBytes,
    commandTimeoutMs,
    signIn: config.signIn,
    commandsPerRun: defaultCommandsPerRun,
  };
  resumeDeliveries(context).catch((error: unknown) =>
    log.error({ fault: error instanceof Error ? error.name : typeof error }, 'a changed calendar rests'),
  );
  resumeBatches(context).catch((error: unknown) =>
    log.error({ fault: error instanceof Error ? error.name : typeof error }, 'a batch of transfers rests'),
  );
  recheckSigners(context).catch((error: unknown) =>
    log.error({ fault: error instanceof Error ? error.name : typeof error }, 'tasks without a signer rest'),
  );
  const app = createApp({
    context,
    verify: tokenVerifier(connections.oidcIssuer, config.oidcAudience, config.oidcTokenType),
    log,
    probes: {
      register: () => prisma.$queryRaw`SELECT 1`,
      temporal: () => temporal.workflowService.getSystemInfo({}),
      worker: () => assertWorkers(temporal),
    },
    pages: pages(context),
    metrics,
  });
  const { host, port } = config;
  const server = await serve(app, { host, port, graceMs: commandTimeoutMs });
  return {
    async stop() {
      await server.stop();
      await Promise.all([prisma.$disconnect(), connection.close()]);
    },
  };
}

async function assertWorkers(temporal: Client): Promise<void> {
  const { pollers } = await temporal.workflowService.describeTaskQueue({
    namespace: temporal.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: 1,
  });
  const recent = pollers?.some((poller) => {
    const seconds = Number(poller.lastAccessTime?.seconds ?? 0);
    return Date.now() / 1000 - seconds < 90;
  });
  if (!recent) throw new Error('no worker polls');
}
