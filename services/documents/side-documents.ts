import type { CaseEvent, DocumentRef, EventBody } from '../../domain/case/events';
import type { CaseReading } from '../cases/read-as';

/**
 * Which documents of a case its reader may have: what his own side brought in, what one side sent the other, and the
 * files of the request as it stands, once the case is shared. All, where an agency has the case alone.
 */
export function documentsFor(
  { eyes, log }: CaseReading,
  item: { readonly counterpartCode: string | null; readonly contentVersion: number },
): (documentId: string) => boolean {
  if (item.counterpartCode === null) return () => true;
  const isShown = ({ seq, body }: CaseEvent) =>
    eyes(log.author(seq).agencyCode) === 'own' || isGiven(body, item.contentVersion);
  const isInside = [null, item.counterpartCode].some((side) => eyes(side) === 'own');
  const shown = isInside ? log.events.filter(isShown) : [];
  const ids = new Set(shown.flatMap(({ body }) => documentsOf(body)).map(({ id }) => id));
  return (documentId) => ids.has(documentId);
}

/** Both sides have it, whoever wrote it. */
function isGiven(body: EventBody, contentVersion: number): boolean {
  if (body.type === 'messageSent') return true;
  const isContent = body.type === 'caseOpened' || body.type === 'contentRevised';
  return isContent && body.content.version === contentVersion;
}

function documentsOf(body: EventBody): readonly DocumentRef[] {
  switch (body.type) {
    case 'caseOpened':
    case 'contentRevised':
      return body.content.documents;
    case 'messageSent':
    case 'answerPrepared':
    case 'noteAdded':
      return body.documents;
    case 'documentsProvided':
      return body.items.map((entry) => entry.document);
    default:
      return 'proof' in body ? body.proof : [];
  }
}
