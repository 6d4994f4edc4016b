import type { ProjectionRow } from './projection-rows';
import type { Transaction } from './transaction';

/**
 * Tasks with who has them: that is not in the event log, but in a log of its own, by the id that a task has whenever it
 * is projected.
 */
export async function withHolders(
  tx: Transaction,
  caseId: string,
  tasks: readonly ProjectionRow[],
): Promise<ProjectionRow[]> {
  const holdings = await tx.taskHolding.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  const last = new Map(holdings.map((holding) => [holding.taskId, holding]));
  return tasks.map((task) => {
    const { holderId = null, at } = last.get(String(task.id)) ?? {};
    return {
      ...task,
      claimedById: holderId,
      claimedAt: holderId === null ? null : (at?.toISOString() ?? null),
    };
  });
}
