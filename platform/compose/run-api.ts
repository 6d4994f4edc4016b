import type { Server } from 'node:http';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Router } from 'express';
import type { Logger } from 'pino';
import { createApp } from '../../api/app';
import { tokenVerifier } from '../../api/authenticate';
import { openDocumentStore } from '../../services/documents/store';
import { defaultCommandsPerRun } from '../../workflows/messages';
import type { Config } from '../config';
import { portError } from '../ports';
import type { Addresses } from '../running';
import { connectRegister } from './register';
import { temporalConnection } from './temporal-connection';

export const taskQueue = 'cases';
const commandTimeoutMs = 10_000;

/** A part that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
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
  pages: readonly { path: string; router: Router }[] = [],
): Promise<Running> {
  const prisma = connectRegister(connections.databaseUrl);
  const connection = Connection.lazy(await temporalConnection(connections.temporalAddress, config));
  const temporal = new Client({ connection, namespace: config.temporalNamespace });
  const context = {
    prisma,
    temporal,
    taskQueue,
    documents: await openDocumentStore(join(config.dataDir, 'documents')),
    documentMaxBytes: config.documentMaxBytes,
    commandTimeoutMs,
    commandsPerRun: defaultCommandsPerRun,
  };
  const app = createApp({
    context,
    verify: tokenVerifier(connections.oidcIssuer, config.oidcAudience),
    log,
    probes: {
      register: () => prisma.$queryRaw`SELECT 1`,
      temporal: () => temporal.workflowService.getSystemInfo({}),
      worker: () => assertWorkers(temporal),
    },
    pages,
  });
  const server = await listen(app.listen.bind(app), config);
  return {
    async stop() {
      await close(server);
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

function listen(start: (port: number, host: string) => Server, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = start(port, host);
    server.once('listening', () => resolve(server));
    server.once('error', (error) => reject(portError(error, port)));
  });
}

/** Stops taking requests, lets those under way end, and cuts idle connections. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), commandTimeoutMs);
  await closed;
  clearTimeout(timer);
}
