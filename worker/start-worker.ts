import { Client } from '@temporalio/client';
import {
  NativeConnection,
  type NativeConnectionOptions,
  Worker,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { registerActivities, type WriteObserver } from '../activities/register/activities';
import type { PrismaClient } from '../prisma/generated/client';
import { installRuntime } from './runtime';

/** What a worker is composed of. */
export interface WorkerParts {
  readonly connection: NativeConnectionOptions;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowBundle: WorkflowBundleOption;
  readonly prisma: PrismaClient;
  readonly log: Logger;
  readonly onWrite?: WriteObserver;
  /** Further activities; some of them talk to Temporal by themselves. */
  readonly activities?: (temporal: Client) => object;
  /** What carries traces; the bundle must be a traced one then. */
  readonly tracing?: Pick<WorkerOptions, 'interceptors' | 'sinks'>;
  /** Workflows kept in memory; 0 makes every task a replay, which a test uses to find what is not deterministic. */
  readonly maxCachedWorkflows?: number;
}

/** A worker that polls. `done` rejects if it dies by itself. */
export interface RunningWorker {
  readonly done: Promise<void>;
  /** Asks whether Temporal answers this worker. @throws when it does not, or when the worker does not poll */
  assertPolls(): Promise<void>;
  /** Lets what is under way end, then closes the connection. */
  stop(): Promise<void>;
}

/** Connects and starts polling: workflow tasks of every procedure, and the register's activities. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  installRuntime(parts.log);
  const connection = await NativeConnection.connect(parts.connection);
  const worker = await Worker.create({
    connection,
    namespace: parts.namespace,
    taskQueue: parts.taskQueue,
    workflowBundle: parts.workflowBundle,
    activities: {
      ...registerActivities(parts.prisma, parts.onWrite),
      ...parts.activities?.(new Client({ connection, namespace: parts.namespace })),
    },
    shutdownGraceTime: '10 seconds',
    ...parts.tracing,
    ...(parts.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: parts.maxCachedWorkflows }),
  });
  const done = worker.run();
  done.catch((error: unknown) => parts.log.error({ fault: String(error) }, 'the worker has died'));
  return {
    done,
    async assertPolls() {
      if (worker.getState() !== 'RUNNING') throw new Error('the worker does not poll');
      await connection.workflowService.getSystemInfo({});
    },
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done.catch(() => undefined);
      await connection.close();
    },
  };
}
