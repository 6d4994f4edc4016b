import type { CaseEvent, EventBody } from '../../domain/case/events';
import type { Transaction } from './transaction';

type LinkEvent = Extract<EventBody, { type: 'caseLinked' | 'caseUnlinked' }>;

/** Projects what a case was found to have in common with another. A link that was taken back stays, and says when. */
export async function projectLink(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  body: LinkEvent,
): Promise<void> {
  const { to: otherId, kind } = body;
  const at = new Date(recordedAt);
  if (body.type === 'caseUnlinked') {
    await tx.caseLink.updateMany({
      where: { caseId, otherId, kind, removedAt: null },
      data: { removedAt: at },
    });
    return;
  }
  const { officerId: linkedById, note } = body;
  await tx.caseLink.create({
    data: { caseId, seq, kind, otherId, linkedById, linkedAt: at, noteId: note?.id ?? null },
  });
}
