import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { defaultSignInLimits } from '../domain/identity/limits';
import { createLog } from '../platform/compose/log';
import { prepareRegister } from '../platform/compose/prepare-register';
import { connectRegister } from '../platform/compose/register';
import { loadConfig } from '../platform/config';
import { startEmbedded } from '../platform/embedded';
import { batchActivities } from '../services/batches/batch-activities';
import type { ServiceContext } from '../services/context';
import { openDocumentStore } from '../services/documents/store';
import { sampleAccounts } from '../services/officers/sample-officers';
import { startWorker } from '../worker/start-worker';

const taskQueue = 'bench';

/** What the benchmark measures on: the embedded default in a folder of its own, and one worker. */
export interface BenchInstallation {
  readonly context: ServiceContext;
  /** Bytes that the workflows' database takes, its log included. */
  temporalBytes(): number;
  stop(): Promise<void>;
}

/** Brings the parts up; `report` takes lines of progress. */
export async function startInstallation(report: (line: string) => void): Promise<BenchInstallation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'taslim-bench-'));
  const config = { ...loadConfig(), dataDir };
  const embedded = await startEmbedded(config, { accounts: sampleAccounts(), report });
  await prepareRegister(config, embedded, report);
  const prisma = connectRegister(embedded.databaseUrl);
  const connection = await Connection.connect({ address: embedded.temporalAddress });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('./workflows'),
    logger: new DefaultLogger('ERROR'),
  });
  const context: ServiceContext = {
    prisma,
    temporal: new Client({ connection, namespace: config.temporalNamespace }),
    taskQueue,
    documents: await openDocumentStore(join(dataDir, 'documents')),
    documentMaxBytes: config.documentMaxBytes,
    commandTimeoutMs: 60_000,
    signIn: defaultSignInLimits,
    commandsPerRun: 1_000,
  };
  const worker = await startWorker({
    connection: { address: embedded.temporalAddress },
    namespace: config.temporalNamespace,
    taskQueue,
    workflowBundle,
    prisma,
    activities: (temporal) => batchActivities({ ...context, temporal }),
    log: createLog('error'),
  });
  const temporalFile = join(dataDir, 'temporal', 'temporal.db');
  return {
    context,
    temporalBytes: () => [temporalFile, `${temporalFile}-wal`].reduce((sum, file) => sum + sizeOf(file), 0),
    async stop() {
      await worker.stop();
      await Promise.all([prisma.$disconnect(), connection.close()]);
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
