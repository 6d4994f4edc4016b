import { brokenEvidence } from './broken-evidence';
import { readCaseLog } from './case-log';
import type { Drift, Projections, RowDrift } from './drift';
import type { ReconcileContext } from './reconcile-context';
import { reconcileWorkflow } from './reconcile-workflow';

/**
 * Compares the workflow and the lists of one case with its event log, and repairs them from it where `projections`
 * may rebuild. A log that is broken is no ground for a repair: it is reported, and the rest left as it is.
 */
export async function reconcileCase(
  context: ReconcileContext,
  projections: Projections,
  caseId: string,
): Promise<Drift[]> {
  const evidence = await brokenEvidence(context, caseId);
  if (evidence) return [evidence];
  const lists = await reconcileLists(projections, caseId);
  const { state } = await readCaseLog(context.prisma, caseId);
  if (state.outcome !== null) return lists;
  return [...lists, ...(await reconcileWorkflow(context, caseId, projections.rebuild !== null))];
}

async function reconcileLists({ check, rebuild }: Projections, caseId: string): Promise<Drift[]> {
  let found: readonly RowDrift[] = [];
  try {
    found = await check(caseId);
    const rebuilt = found.length > 0 && rebuild ? await rebuild(caseId) : null;
    return (rebuilt ?? found).map((row) => driftOf(caseId, row, rebuilt !== null && row.repairable));
  } catch (error) {
    // One case that cannot be projected or rebuilt must not keep the others from it.
    const why = (error as Error).message.trim().split('\n').at(-1);
    const failed = { caseId, kind: 'projection', detail: `cannot be made: ${why}`, repaired: false } as const;
    return [...found.map((row) => driftOf(caseId, row, false)), failed];
  }
}

function driftOf(caseId: string, { table, key, fault, columns }: RowDrift, repaired: boolean): Drift {
  const what = fault === 'differs' ? `differs in ${columns.join(', ')}` : `is ${fault}`;
  return { caseId, kind: 'projection', detail: `${table} ${key} ${what}`, repaired };
}
