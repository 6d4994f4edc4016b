import type { Document } from '../../prisma/generated/client';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';

/**
 * A document of a case that the officer may see, or one of his own that no case refers to yet.
 *
 * @throws NotFoundError
 */
export async function getDocument(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  documentId: string,
): Promise<Document> {
  const document = await prisma.document.findFirst({
    where: {
      id: documentId,
      OR: [{ caseId: null, uploadedById: officer.id }, { case: visibleCases(officer) }],
    },
  });
  if (!document) throw new NotFoundError('document');
  return document;
}
