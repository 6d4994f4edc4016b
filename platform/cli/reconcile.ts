import { Client, Connection } from '@temporalio/client';
import { checkProjections, rebuildProjections } from '../../activities/register/rebuild';
import type { Drift, Projections } from '../../services/reconcile/drift';
import { type ReconcileTally, reconcile } from '../../services/reconcile/reconcile';
import { defaultCommandsPerRun } from '../../workflows/messages';
import { taskQueue } from '../compose/command-queue';
import { connectRegister } from '../compose/register';
import { temporalConnection } from '../compose/temporal-connection';
import type { Config } from '../config';
import { resolveConnections } from '../running';
import { progressLine } from './progress-line';

const commandTimeoutMs = 10_000;

export interface ReconcileOptions {
  readonly repair?: boolean;
  readonly json?: boolean;
}

/**
 * Compares every open case's workflow, event log and lists, and looks for workflows that closed cases have left over:
 * a line for each drift, then one that sums up. With `repair` the lists are rebuilt from the events, missing workflows
 * are started again, those that are behind made to adopt, and those that are left over ended. The exit code is 1 when
 * drift is left.
 */
export async function run(config: Config, { repair = false, json = false }: ReconcileOptions): Promise<void> {
  const { databaseUrl, ownerUrl, temporalAddress } = resolveConnections(config);
  const prisma = connectRegister(databaseUrl);
  const owner = repair ? connectRegister(ownerUrl) : null;
  const connection = await Connection.connect(await temporalConnection(temporalAddress, config));
  const context = {
    prisma,
    temporal: new Client({ connection, namespace: config.temporalNamespace }),
    taskQueue,
    commandTimeoutMs,
    commandsPerRun: defaultCommandsPerRun,
  };
  const projections: Projections = {
    check: (caseId) => checkProjections(prisma, caseId),
    rebuild: owner && ((caseId) => rebuildProjections(owner, caseId)),
  };
  const line = progressLine();
  try {
    const tally = await reconcile(context, projections, {
      found: (drift) => line.print(json ? JSON.stringify({ drift }) : driftText(drift)),
      progress: ({ cases }) => line.show(`${cases} cases`),
    });
    const fits = tally.drift === tally.repaired;
    line.print(json ? JSON.stringify({ fits, ...tally }) : tallyText(tally));
    if (!fits) process.exitCode = 1;
  } finally {
    await Promise.all([prisma.$disconnect(), owner?.$disconnect(), connection.close()]);
  }
}

function driftText({ caseId, kind, detail, repaired }: Drift): string {
  return `${repaired ? 'repaired' : 'DRIFT'}  case ${caseId}: ${kind}: ${detail}`;
}

function tallyText({ cases, drift, repaired }: ReconcileTally): string {
  return drift === 0
    ? `no drift: ${cases} open cases`
    : `${drift} drifts in ${cases} open cases, ${repaired} repaired`;
}
