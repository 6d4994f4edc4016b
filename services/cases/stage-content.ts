import { v5 as uuidv5 } from 'uuid';
import type { ContentSummary, DocumentRef } from '../../domain/case/events';
import { hashOf } from '../../domain/hash';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import { stagePersons } from '../persons/stage-persons';
import { type ProcedureRequest, procedureOf } from '../procedures';
import { warrantKeyOf } from './warrant-key';

interface Staging {
  readonly caseId: string;
  readonly commandId: string;
  readonly officerId: string;
  readonly procedure: string;
  readonly version: number;
  readonly request: ProcedureRequest;
}

/**
 * A new content as the workflow is told of it, in codes. The hash covers the request and the bytes of its documents.
 *
 * @throws InvalidInputError when a document is unknown to this officer
 */
export async function summariseContent(context: ServiceContext, staging: Staging): Promise<ContentSummary> {
  const { commandId, officerId, procedure, version, request } = staging;
  const documents = await requestDocuments(context, staging);
  const { urgency, requestingState, requestedState, confidentialUntilArrest: confidential } = request;
  return {
    id: uuidv5('content', commandId),
    version,
    hash: hashOf({ request, documents }),
    editorId: officerId,
    urgency,
    requestingState,
    requestedState,
    confidential,
    documents,
    ...procedureOf(procedure).assess(request),
    ...procedureOf(procedure).told?.(request),
  };
}

/**
 * Puts a content and its person into the register, not yet as a version: the command that brings it in makes it one, and
 * lets the cross-check find the person.
 */
export async function stageContent(
  { prisma }: ServiceContext,
  { caseId, procedure }: Pick<Staging, 'caseId' | 'procedure'>,
  { id, hash, editorId: editedById }: ContentSummary,
  body: ProcedureRequest,
): Promise<void> {
  const warrant = procedureOf(procedure).warrantOf?.(body) ?? null;
  const warrantKey = warrant && warrantKeyOf(warrant);
  const namesId = procedureOf(procedure).linkOf?.(body) ?? null;
  await prisma.$transaction(async (tx) => {
    await tx.caseContent.createMany({
      data: { id, caseId, body, hash, warrantKey, namesId, editedById, editedAt: new Date() },
      skipDuplicates: true,
    });
    await stagePersons(tx, caseId, id, body);
  });
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
    known.has(id) ? [] : [{ pointer: `/request/documents/${index}/documentId`, code: 'document-unknown' }],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
  return found.map(({ id, sha256 }) => ({ id, sha256 }));
}
