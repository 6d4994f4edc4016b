import type { DocumentRef } from '../../domain/case/events';
import type { ServiceContext } from '../context';
import { type InputFault, InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { ImportItem, ImportRow } from './import-row';

/** Finds a document of a row by its id. */
export type DocumentFinder = (id: string) => DocumentRef;

/**
 * The documents that the past of a row names: uploaded by the officer and not used in another case.
 *
 * @throws InvalidInputError with a fault for each that the officer may not use here
 */
export async function rowDocuments(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  { past }: ImportRow,
): Promise<DocumentFinder> {
  const named = past.flatMap((item, index) =>
    documentsOf(item).map(({ id, pointer }) => ({ id, pointer: `/past/${index}${pointer}` })),
  );
  const found = await prisma.document.findMany({
    where: {
      id: { in: named.map(({ id }) => id) },
      OR: [{ caseId }, { caseId: null, uploadedById: officer.id }],
    },
  });
  const known = new Map(found.map(({ id, sha256 }) => [id, { id, sha256 }]));
  const faults: InputFault[] = named
    .filter(({ id }) => !known.has(id))
    .map(({ pointer }) => ({ pointer, code: 'document-unknown' }));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return (id) => known.get(id) ?? { id, sha256: '' };
}

function documentsOf(item: ImportItem): { readonly id: string; readonly pointer: string }[] {
  switch (item.kind) {
    case 'fact':
      return at('/fact/proof', item.fact.proof);
    case 'sign-off':
      return at('/proof', item.proof);
    case 'request':
      return at('/request/proof', item.request.proof);
    case 'answer':
      return item.answer.items.map(({ documentId: id }, index) => ({
        id,
        pointer: `/answer/items/${index}/documentId`,
      }));
  }
}

function at(list: string, ids: readonly string[]) {
  return ids.map((id, index) => ({ id, pointer: `${list}/${index}` }));
}
