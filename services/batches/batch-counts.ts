import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { BatchSummary, ItemStatus } from './batch-view';

interface Counts {
  readonly progress: Record<ItemStatus, number>;
  readonly cases: BatchSummary['cases'];
}

export const noCounts: Counts = {
  progress: { waiting: 0, opened: 0, refused: 0 },
  cases: { total: 0, byStatus: {}, byOutcome: {} },
};

/** Counts of batches, by id. A case that the officer may not see is in none of those over cases. */
export async function countsOf(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  ids: readonly string[],
): Promise<Map<string, Counts>> {
  const items = await prisma.transferBatchItem.groupBy({
    by: ['batchId', 'status'],
    where: { batchId: { in: [...ids] } },
    _count: true,
  });
  const cases = await prisma.case.groupBy({
    by: ['batchId', 'status', 'outcome'],
    where: { batchId: { in: [...ids] }, ...visibleCases(officer) },
    _count: true,
  });
  return new Map(
    ids.map((id) => {
      const ofBatch = <Row extends { batchId: string | null }>(rows: readonly Row[]) =>
        rows.filter(({ batchId }) => batchId === id);
      const found = ofBatch(cases);
      return [
        id,
        {
          progress: { ...noCounts.progress, ...sums(ofBatch(items), ({ status }) => status) },
          cases: {
            total: found.reduce((sum, { _count }) => sum + _count, 0),
            byStatus: sums(found, ({ status }) => status),
            byOutcome: sums(found, ({ outcome }) => outcome),
          },
        },
      ];
    }),
  );
}

function sums<Row extends { readonly _count: number }>(
  rows: readonly Row[],
  codeOf: (row: Row) => string | null,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const code = codeOf(row);
    if (code !== null) counts[code] = (counts[code] ?? 0) + row._count;
  }
  return counts;
}
