import { v5 as uuidv5 } from 'uuid';
import type { ContentSummary, DocumentRef } from '../../domain/case/events';
import { hashOf } from '../../domain/hash';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import { type ProcedureRequest, procedureOf } from '../procedures';

interface Staging {
  readonly caseId: string;
  readonly commandId: string;
  readonly officerId: string;
  readonly procedure: string;
  readonly version: number;
  readonly request: ProcedureRequest;
}

/**
 * Puts a new content into the register, not yet as a version, and tells the workflow about it in codes. The hash
 * covers the request and the bytes of its documents.
 *
 * @throws InvalidInputError when a document is unknown to this officer
 */
export async function stageContent(context: ServiceContext, staging: Staging): Promise<ContentSummary> {
  const { caseId, commandId, officerId, procedure, version, request } = staging;
  const id = uuidv5('content', commandId);
  const documents = await requestDocuments(context, staging);
  const hash = hashOf({ request, documents });
  await context.prisma.caseContent.createMany({
    data: { id, caseId, body: request, hash, editedById: officerId, editedAt: new Date() },
    skipDuplicates: true,
  });
  const { urgency, requestingState, requestedState, confidentialUntilArrest: confidential } = request;
  return {
    id,
    version,
    hash,
    editorId: officerId,
    urgency,
    requestingState,
    requestedState,
    confidential,
    documents,
    ...procedureOf(procedure).assess(request),
  };
}

async function requestDocuments(
  { prisma }: ServiceContext,
  { caseId, officerId, request }: Staging,
): Promise<DocumentRef[]> {
  const ids = request.documents.map((document) => document.documentId);
  const found = await prisma.document.findMany({
    where: { id: { in: ids }, OR: [{ caseId }, { caseId: null, uploadedById: officerId }] },
    orderBy: { id: 'asc' },
  });
  const known = new Set(found.map((document) => document.id));
  const faults = ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ pointer: `/request/documents/${index}/documentId`, detail: 'document-unknown' }],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
  return found.map(({ id, sha256 }) => ({ id, sha256 }));
}
