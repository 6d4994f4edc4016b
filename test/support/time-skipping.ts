import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { registerActivities } from '../../activities/register/activities';
import { defaultSignInLimits } from '../../domain/identity/limits';
import type { ServiceContext } from '../../services/context';
import { openDocumentStore } from '../../services/documents/store';
import { type CurrentOfficer, findCurrentOfficer } from '../../services/officers/current-officer';
import { installRuntime } from '../../worker/runtime';
import { cachedWorkflows } from './cached-workflows';
import { silentLog } from './installation';
import { sharedParts } from './shared-parts';
import { createTestRegister, type TestRegister } from './test-register';

/** Services, worker and register over a Temporal server whose time can be skipped. One case at a time: the time is everybody's. */
export interface SkippableTime {
  readonly context: ServiceContext;
  readonly register: TestRegister;
  officer(subject: string): Promise<CurrentOfficer>;
  /** The server's time. */
  now(): Promise<Date>;
  /** Lets the server's time pass until the instant. */
  passUntil(instant: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a time-skipping server, a worker on it, and a register. */
export async function startSkippableTime(changes: Partial<ServiceContext> = {}): Promise<SkippableTime> {
  installRuntime(silentLog);
  const shared = sharedParts();
  const register = await createTestRegister();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: shared.testServer } },
  });
  const taskQueue = 'cases';
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue,
    workflowBundle: { codePath: shared.bundlePath },
    activities: registerActivities(register.prisma),
    ...cachedWorkflows(),
  });
  const running = worker.run();
  const context: ServiceContext = {
    prisma: register.prisma,
    temporal: environment.client,
    taskQueue,
    documents: await openDocumentStore(join(shared.dataDir, `documents-${randomUUID()}`)),
    documentMaxBytes: 1_000_000,
    commandTimeoutMs: 20_000,
    signIn: defaultSignInLimits,
    commandsPerRun: 1_000,
    ...changes,
  };
  const now = async () => new Date(await environment.currentTimeMs());
  return {
    context,
    register,
    now,
    officer: (subject) => findCurrentOfficer(context, subject, new Date()),
    async passUntil(instant) {
      const remainingMs = instant.getTime() - (await environment.currentTimeMs());
      if (remainingMs > 0) await environment.sleep(remainingMs);
    },
    async stop() {
      worker.shutdown();
      await running;
      await environment.teardown();
      await register.stop();
    },
  };
}
