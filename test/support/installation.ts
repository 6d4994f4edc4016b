import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { createApp } from '../../api/app';
import { tokenVerifier } from '../../api/authenticate';
import { defaultSignInLimits } from '../../domain/identity/limits';
import { createLog } from '../../platform/compose/log';
import { ApiClient } from '../../platform/demo/api-client';
import { requestToken } from '../../platform/embedded/identity-token';
import { batchActivities } from '../../services/batches/batch-activities';
import { calendarActivities } from '../../services/calendars/deliver';
import type { ServiceContext } from '../../services/context';
import { openDocumentStore } from '../../services/documents/store';
import { type RunningWorker, startWorker, type WorkerParts } from '../../worker/start-worker';
import { cachedWorkflows } from './cached-workflows';
import { sharedParts } from './shared-parts';
import { createTestRegister, type TestRegister } from './test-register';

/** API and worker over the real parts, with a database and a task queue of their own. */
export interface Installation {
  readonly register: TestRegister;
  readonly context: ServiceContext;
  readonly url: string;
  readonly api: ApiClient;
  startWorker(
    changes?: Partial<Pick<WorkerParts, 'maxCachedWorkflows' | 'workflowBundle'>>,
  ): Promise<RunningWorker>;
  /** A token of a sample officer. */
  token(officer: string): Promise<string>;
  /** Ends the API, the workers and the register's connections. */
  stop(): Promise<void>;
}

export const silentLog = createLog('silent');

interface Changes {
  readonly commandsPerRun?: number;
  readonly commandTimeoutMs?: number;
  readonly documentMaxBytes?: number;
}

/** Starts the API over the run's shared parts; a worker is started by the suite that needs one. */
export async function startInstallation(
  changes: Changes = {},
  log: Logger = silentLog,
): Promise<Installation> {
  const shared = sharedParts();
  const register = await createTestRegister();
  const connection = await Connection.connect({ address: shared.temporalAddress });
  const context: ServiceContext = {
    prisma: register.prisma,
    temporal: new Client({ connection, namespace: 'default' }),
    taskQueue: `test-${randomUUID()}`,
    documents: await openDocumentStore(join(shared.dataDir, `documents-${randomUUID()}`)),
    documentMaxBytes: 1_000_000,
    commandTimeoutMs: 20_000,
    signIn: defaultSignInLimits,
    commandsPerRun: 1_000,
    ...changes,
  };
  const verify = tokenVerifier(shared.oidcIssuer, 'taslim-api');
  const app = createApp({ context, verify, log, probes: {}, pages: [] });
  const server = await listen(app.listen.bind(app));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workers = new Set<RunningWorker>();
  const token = (subject: string) =>
    requestToken({ issuer: shared.oidcIssuer, dataDir: shared.dataDir, subject });
  return {
    register,
    context,
    url,
    token,
    api: new ApiClient(url, token),
    async startWorker(more = {}) {
      const worker = await startWorker({
        connection: { address: shared.temporalAddress },
        namespace: 'default',
        taskQueue: context.taskQueue,
        workflowBundle: { codePath: shared.bundlePath },
        prisma: register.prisma,
        activities: (temporal) => ({
          ...calendarActivities({ prisma: register.prisma, temporal }),
          ...batchActivities({ ...context, temporal }),
        }),
        log: silentLog,
        ...cachedWorkflows(),
        ...more,
      });
      workers.add(worker);
      return {
        ...worker,
        async stop() {
          workers.delete(worker);
          await worker.stop();
        },
      };
    },
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      for (const worker of workers) await worker.stop();
      await connection.close();
      await register.stop();
    },
  };
}

function listen(start: (port: number, host: string) => Server): Promise<Server> {
  return new Promise((resolve) => {
    const server = start(0, '127.0.0.1');
    server.once('listening', () => resolve(server));
  });
}
