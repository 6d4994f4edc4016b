import { z } from 'zod';
import { eyesOf, nameFor } from '../../domain/permissions/side-view';
import type { Prisma } from '../../prisma/generated/client';
import { holdersOfClocks } from '../allocation/holders-of-clocks';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { clockSchema, clockView } from './clock-view';
import { agenciesOfSteps, levelsOfOtherSide } from './levels-of-other-side';
import { visibleCases } from './visible-cases';

export const overdueSchema = z
  .object({
    count: z.int().describe('All that is overdue or near due for this officer, also beyond this page'),
    items: z.array(
      clockSchema.extend({
        caseId: z.uuid(),
        reference: z.string(),
        overdue: z.boolean(),
        holder: z
          .string()
          .nullable()
          .describe(
            'Who has the task that the limit measures, of the own side; null: nobody, or it measures none',
          ),
        responsibleOfficer: z.string().describe("An officer of the own side, or the other side's agency"),
      }),
    ),
  })
  .meta({ id: 'Overdue' });

export interface OverdueQuery {
  /** Also what falls due within so many hours. */
  readonly withinHours: number;
  readonly limit: number;
}

const listed = { case: { include: { responsibleOfficer: true } } } satisfies Prisma.ClockInclude;

/**
 * Limits that have passed and that nobody has dealt with yet, soonest first, and those near due when asked for. Of a
 * case between two sides the legal limits of both, and the service levels of the officer's own.
 */
export async function listOverdue(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  { withinHours, limit }: OverdueQuery,
): Promise<z.infer<typeof overdueSchema>> {
  const now = new Date();
  const horizon = new Date(now.getTime() + withinHours * 3_600_000);
  const where = {
    settledAt: null,
    dueAt: { lte: horizon },
    case: visibleCases(officer),
    NOT: { OR: await levelsOfOtherSide(prisma, officer, horizon) },
  };
  const [count, clocks] = await Promise.all([
    prisma.clock.count({ where }),
    prisma.clock.findMany({
      where,
      include: listed,
      orderBy: [{ dueAt: 'asc' }, { caseId: 'asc' }, { key: 'asc' }],
      take: limit,
    }),
  ]);
  const agencyOf = await agenciesOfSteps(prisma, clocks);
  const holderOf = await holdersOfClocks(prisma, officer, clocks);
  const items = clocks.map((clock) => ({
    ...clockView(clock, agencyOf(clock)),
    caseId: clock.caseId,
    reference: clock.case.reference,
    overdue: clock.dueAt <= now,
    holder: holderOf(clock),
    responsibleOfficer: responsibleFor(officer, clock.case),
  }));
  return { count, items };
}

type ListedCase = Prisma.ClockGetPayload<{ include: typeof listed }>['case'];

function responsibleFor(officer: CurrentOfficer, item: ListedCase): string {
  return nameFor(eyesOf(officer, item), null, item.agencyCode, item.responsibleOfficer.name);
}
