import type { Reader } from '../../domain/permissions/case-access';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { visibleCases } from './visible-cases';

/** Those of some cases that a reader may see at this moment, by id. Of the others nothing, not even how many. */
export async function visibleAmong(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  reader: Reader,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Case>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const cases = await prisma.case.findMany({ where: { id: { in: asked }, ...visibleCases(reader) } });
  return new Map(cases.map((item) => [item.id, item]));
}
