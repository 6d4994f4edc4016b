import { z } from 'zod';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { clockSchema, clockView } from './clock-view';
import { visibleCases } from './visible-cases';

export const overdueSchema = z
  .object({
    count: z.int().describe('All that is overdue or near due for this officer, also beyond this page'),
    items: z.array(
      clockSchema.extend({
        caseId: z.uuid(),
        reference: z.string(),
        overdue: z.boolean(),
        responsibleOfficer: z.string(),
      }),
    ),
  })
  .meta({ id: 'Overdue' });

export interface OverdueQuery {
  /** Also what falls due within so many hours. */
  readonly withinHours: number;
  readonly limit: number;
}

/** Limits that have passed and that nobody has dealt with yet, soonest first, and those near due when asked for. */
export async function listOverdue(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  { withinHours, limit }: OverdueQuery,
): Promise<z.infer<typeof overdueSchema>> {
  const now = new Date();
  const horizon = new Date(now.getTime() + withinHours * 3_600_000);
  const where = { settledAt: null, dueAt: { lte: horizon }, case: visibleCases(officer) };
  const [count, clocks] = await Promise.all([
    prisma.clock.count({ where }),
    prisma.clock.findMany({
      where,
      include: { case: { include: { responsibleOfficer: true } } },
      orderBy: [{ dueAt: 'asc' }, { caseId: 'asc' }, { key: 'asc' }],
      take: limit,
    }),
  ]);
  const items = clocks.map((clock) => ({
    ...clockView(clock),
    caseId: clock.caseId,
    reference: clock.case.reference,
    overdue: clock.dueAt <= now,
    responsibleOfficer: clock.case.responsibleOfficer.name,
  }));
  return { count, items };
}
