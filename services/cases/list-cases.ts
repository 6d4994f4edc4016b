import { z } from 'zod';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { caseListItemSchema, listItemsOf } from './case-summary';
import { visibleCases } from './visible-cases';

export const caseListSchema = z
  .object({
    items: z.array(caseListItemSchema),
    next: z.uuid().nullable().describe('`after` for the next page'),
  })
  .meta({ id: 'CaseList' });

export interface CaseQuery {
  readonly status?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Cases that the officer may see, newest first, in pages: `after` is the last id of the page before. */
export async function listCases(
  context: ServiceContext,
  officer: CurrentOfficer,
  { status, after, limit }: CaseQuery,
): Promise<z.infer<typeof caseListSchema>> {
  const rows = await context.prisma.case.findMany({
    where: { ...visibleCases(officer), ...(status ? { status } : {}) },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
  });
  const page = rows.slice(0, limit);
  return {
    items: await listItemsOf(context, officer, page),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
