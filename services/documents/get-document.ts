import type { Document } from '../../prisma/generated/client';
import { readAs } from '../cases/read-as';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { documentsFor } from './side-documents';

/**
 * A document of a case that the officer may see, or one of his own that no case refers to yet. In a case between two
 * sides one of his side, or one that was given to it.
 *
 * @throws NotFoundError
 */
export async function getDocument(
  context: ServiceContext,
  officer: CurrentOfficer,
  documentId: string,
): Promise<Document> {
  const found = await context.prisma.document.findFirst({
    where: {
      id: documentId,
      OR: [{ caseId: null, uploadedById: officer.id }, { case: visibleCases(officer) }],
    },
    include: { case: true },
  });
  if (!found) throw new NotFoundError('document');
  const { case: item, ...document } = found;
  if (item === null) return document;
  const mayHave = documentsFor(await readAs(context, officer, item), item);
  if (!mayHave(documentId)) throw new NotFoundError('document');
  return document;
}
