import type { DocumentRef } from '../../domain/case/events';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';

/**
 * Documents by id, with the hash of their bytes, in the order asked for. Whether the officer may use them is judged
 * by the write step, which knows the case.
 *
 * @throws RefusedError `document-unknown` for an id that no document has
 */
export async function documentRefs(
  { prisma }: ServiceContext,
  ids: readonly string[],
): Promise<DocumentRef[]> {
  const rows = await prisma.document.findMany({ where: { id: { in: [...ids] } } });
  const known = new Map(rows.map((row) => [row.id, row.sha256]));
  return ids.map((id) => {
    const sha256 = known.get(id);
    if (sha256 === undefined)
      throw new RefusedError({ code: 'document-unknown', params: { documentId: id } });
    return { id, sha256 };
  });
}
