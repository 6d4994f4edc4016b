import type { Reader } from '../../domain/permissions/case-access';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import { visibleCases } from './visible-cases';

/**
 * A case that the officer may see.
 *
 * @throws NotFoundError when there is none, and in the same words when he may not
 */
export async function getVisibleCase(
  { prisma }: ServiceContext,
  reader: Reader,
  caseId: string,
): Promise<Case> {
  const item = await prisma.case.findFirst({ where: { id: caseId, ...visibleCases(reader) } });
  if (!item) throw new NotFoundError('case');
  return item;
}
