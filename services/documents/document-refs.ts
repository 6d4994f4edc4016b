import type { DocumentRef } from '../../domain/case/events';
import type { ServiceContext } from '../context';
import { NotFoundError, RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { getDocument } from './get-document';

/**
 * Documents by id, with the hash of their bytes, in the order asked for: of those that the officer may read, because
 * who names a document gives it. Whether they may be used in the case is judged by the write step.
 *
 * @throws RefusedError `document-unknown` for any other id
 */
export async function documentRefs(
  context: ServiceContext,
  officer: CurrentOfficer,
  ids: readonly string[],
): Promise<DocumentRef[]> {
  const refs: DocumentRef[] = [];
  for (const id of ids) refs.push(await refOf(context, officer, id));
  return refs;
}

async function refOf(context: ServiceContext, officer: CurrentOfficer, id: string): Promise<DocumentRef> {
  try {
    const { sha256 } = await getDocument(context, officer, id);
    return { id, sha256 };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new RefusedError({ code: 'document-unknown', params: { documentId: id } });
  }
}
