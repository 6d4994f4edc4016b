import type { DocumentRef, EventBody } from '../../domain/case/events';
import { Refusal } from '../../domain/case/refusal';
import { refuseBarred } from './refuse-barred';
import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/**
 * Makes what a command refers to part of the case: the documents that it names, uploaded by the same officer or
 * already in this case, and the staged content that becomes a version, with the warrant of which it is the one case and the case that it names.
 *
 * @throws Refusal `document-unknown` when a document is somebody else's or another case's, `barred-by-refusal` when an
 * earlier case on the same warrant was refused for good
 */
export async function attachRows(tx: Transaction, caseId: string, request: WriteRequest): Promise<void> {
  const documents = new Map(request.events.flatMap(documentsOf).map((document) => [document.id, document]));
  for (const document of documents.values()) await attachDocument(tx, caseId, request.actorId, document);
  for (const event of request.events) {
    if (event.type !== 'caseOpened' && event.type !== 'contentRevised') continue;
    const { id, version, hash } = event.content;
    const { warrantKey, namesId } = await tx.caseContent.update({
      where: { id, caseId, hash },
      data: { version },
      select: { warrantKey: true, namesId: true },
    });
    if (warrantKey !== null) await refuseBarred(tx, caseId, warrantKey);
    const named = warrantKey === null ? { namesId } : { warrantKey, namesId };
    await tx.case.update({ where: { id: caseId }, data: named, select: { id: true } });
  }
}

async function attachDocument(
  tx: Transaction,
  caseId: string,
  actorId: string | null,
  { id, sha256 }: DocumentRef,
): Promise<void> {
  const mine = actorId === null ? [] : [{ caseId: null, uploadedById: actorId }];
  const { count } = await tx.document.updateMany({
    where: { id, sha256, OR: [{ caseId }, ...mine] },
    data: { caseId },
  });
  if (count !== 1) throw new Refusal('document-unknown', { documentId: id });
}

function documentsOf(event: EventBody): readonly DocumentRef[] {
  switch (event.type) {
    case 'caseOpened':
    case 'contentRevised':
      return event.content.documents;
    case 'messageSent':
    case 'answerPrepared':
    case 'noteAdded':
      return event.documents;
    case 'factRecorded':
    case 'signOffImported':
    case 'correctionProposed':
    case 'documentsRequested':
      return event.proof;
    case 'documentsProvided':
      return event.items.map((item) => item.document);
    default:
      return [];
  }
}
