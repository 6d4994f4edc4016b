import { v5 as uuidv5 } from 'uuid';
import type { ContentSummary } from '../../domain/case/events';
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
  const documents = await documentHashes(context, staging);
  const hash = hashOf({ request, documents });
  await context.prisma.caseContent.createMany({
    data: { id, caseId, body: request, hash, editedById: officerId, editedAt: new Date() },
    skipDuplicates: true,
  });
  const { urgency, requestingState, requestedState } = request;
  const documentIds = Object.keys(documents);
  return {
    id,
    version,
    hash,
    editorId: officerId,
    urgency,
    requestingState,
    requestedState,
    documentIds,
    ...procedureOf(procedure).assess(request),
  };
}

async function documentHashes(
  { prisma }: ServiceContext,
  { caseId, officerId, request }: Staging,
): Promise<Record<string, string>> {
  const ids = request.documents.map((document) => document.documentId);
  const found = await prisma.document.findMany({
    where: { id: { in: ids }, OR: [{ caseId }, { caseId: null, uploadedById: officerId }] },
  });
  const known = Object.fromEntries(found.map((document) => [document.id, document.sha256]));
  const faults = ids.flatMap((id, index) =>
    known[id] ? [] : [{ pointer: `/request/documents/${index}/documentId`, detail: 'document-unknown' }],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
  return known;
}
