import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import type { Logger } from 'pino';
import { runApi } from '../../platform/compose/run-api';
import { runWorker } from '../../platform/compose/run-worker';
import { loadConfig } from '../../platform/config';
import { ApiClient } from '../../platform/demo/api-client';
import { requestToken } from '../../platform/embedded/identity-token';
import { freePort } from '../../platform/ports';
import { stopInOrder } from '../../platform/shutdown';
import { startTracing } from '../../platform/tracing';
import { Caller } from '../api/caller';
import type { Installation } from '../support/installation';
import { sharedParts } from '../support/shared-parts';
import { createTestRegister, type TestRegister } from '../support/test-register';

/** API and worker in one process, composed as `npm start` does it, over the run's shared parts, in a namespace of its own. */
export interface Composed {
  readonly url: string;
  readonly caller: Caller;
  readonly api: ApiClient;
  readonly register: TestRegister;
  readonly temporal: Client;
  /** Ends the API and the worker, and sends the spans that are not sent yet. */
  stop(): Promise<void>;
}

/** `environment` is what else the configuration is to read. */
export async function startComposed(environment: NodeJS.ProcessEnv, log: Logger): Promise<Composed> {
  const shared = sharedParts();
  const register = await createTestRegister();
  const config = loadConfig({
    NODE_ENV: 'test',
    TASLIM_DATA: shared.dataDir,
    PORT: String(await freePort()),
    TEMPORAL_NAMESPACE: `test-${randomUUID()}`,
    ...environment,
  });
  const connections = { ...shared, databaseUrl: register.databaseUrl, ownerUrl: register.ownerUrl };
  const connection = await Connection.connect({ address: shared.temporalAddress });
  const namespace = config.temporalNamespace;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  const tracing = startTracing(config, 'taslim', log);
  const worker = await runWorker(config, connections, log, tracing);
  const api = await runApi(config, connections, log, { metrics: [worker.metrics], tracing });
  const token = (subject: string) =>
    requestToken({ issuer: shared.oidcIssuer, dataDir: shared.dataDir, subject });
  return {
    url: config.publicUrl,
    caller: new Caller({ url: config.publicUrl, token } as Installation),
    api: new ApiClient(config.publicUrl, token),
    register,
    temporal: new Client({ connection, namespace }),
    async stop() {
      await stopInOrder([
        () => api.stop(),
        () => worker.stop(),
        async () => tracing?.stop(),
        () => connection.close(),
        () => register.stop(),
      ]);
    },
  };
}
