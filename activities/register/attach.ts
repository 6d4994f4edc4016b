import type { EventBody } from '../../domain/case/events';
import { Refusal } from '../../domain/case/refusal';
import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/**
 * Makes what a command refers to part of the case: the documents that it names, uploaded by the same officer or
 * already in this case, and the staged content that becomes a version.
 *
 * @throws Refusal `document-unknown` when a document is somebody else's or another case's
 */
export async function attachRows(tx: Transaction, caseId: string, request: WriteRequest): Promise<void> {
  const documentIds = [...new Set(request.events.flatMap(documentsOf))];
  if (documentIds.length > 0) await attachDocuments(tx, caseId, request.actorId, documentIds);
  for (const event of request.events) {
    if (event.type !== 'caseOpened' && event.type !== 'contentRevised') continue;
    const { id, version } = event.content;
    await tx.caseContent.update({ where: { id, caseId }, data: { version } });
    await tx.case.update({ where: { id: caseId }, data: { contentVersion: version } });
  }
}

async function attachDocuments(
  tx: Transaction,
  caseId: string,
  actorId: string | null,
  ids: readonly string[],
): Promise<void> {
  const mine = { caseId: null, uploadedById: actorId ?? '' };
  const { count } = await tx.document.updateMany({
    where: { id: { in: [...ids] }, OR: [{ caseId }, mine] },
    data: { caseId },
  });
  if (count !== ids.length) throw new Refusal('document-unknown');
}

function documentsOf(event: EventBody): readonly string[] {
  switch (event.type) {
    case 'caseOpened':
    case 'contentRevised':
      return event.content.documentIds;
    case 'factRecorded':
    case 'documentsRequested':
      return event.proof;
    case 'documentsProvided':
      return event.items.map((item) => item.documentId);
    default:
      return [];
  }
}
