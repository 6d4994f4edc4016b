import { z } from 'zod';
import { getVisibleCase } from '../cases/find-case';
import { visibleAmong } from '../cases/visible-among';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { caseReference, linksOfCase, referenceOf } from './links-of-case';
import { decidedSame } from './same-person';

const reasons = [
  'cross-check',
  'same-warrant',
  'same-person',
  'names',
  'named-by',
  'batch',
  'takes-up',
  'taken-up-by',
] as const;
type Reason = (typeof reasons)[number];

export const relatedCasesSchema = z
  .object({
    items: z.array(
      caseReference.extend({
        why: z
          .array(z.enum(reasons))
          .describe('`cross-check`: an officer decided in one of the two that it is the same person'),
        closedAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'RelatedCases' });

/**
 * The cases, open and closed, that concern the person of a case or came with him, each with why: those that the reader
 * may see, and of others no trace. A search that meets a hidden case tells its owner (services/persons/tell-owners).
 *
 * @throws NotFoundError
 */
export async function relatedCases(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<z.infer<typeof relatedCasesSchema>> {
  const item = await getVisibleCase(context, officer, caseId);
  const [same, links, underWarrant] = await Promise.all([
    decidedSame(context, officer, item),
    linksOfCase(context, officer, item),
    sameWarrant(context, item),
  ]);
  const why = new Map<string, Set<Reason>>();
  const add = (id: string, reason: Reason) => why.set(id, (why.get(id) ?? new Set()).add(reason));
  for (const id of same) add(id, 'cross-check');
  for (const id of underWarrant) add(id, 'same-warrant');
  for (const { caseId: id, kind } of links) if (kind !== 'same-act') add(id, kind);
  const visible = await visibleAmong(context, officer, why.keys());
  const items = [...visible.values()].map((other) => ({
    ...referenceOf(other),
    why: [...(why.get(other.id) ?? [])],
    closedAt: other.closedAt?.toISOString() ?? null,
  }));
  return { items: items.sort((a, b) => a.reference.localeCompare(b.reference, 'en')) };
}

/** Cases that carry out the warrant that this one does. */
async function sameWarrant(
  { prisma }: ServiceContext,
  { id, warrantKey }: { readonly id: string; readonly warrantKey: string | null },
): Promise<string[]> {
  if (warrantKey === null) return [];
  const cases = await prisma.case.findMany({ where: { warrantKey, id: { not: id } }, select: { id: true } });
  return cases.map((other) => other.id);
}
