import type { CaseEvent, EventBody } from '../../domain/case/events';
import type { Transaction } from './transaction';

/** Projects what one side of a case gave the other. */
export async function projectMessage(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  body: Extract<EventBody, { type: 'messageSent' }>,
): Promise<void> {
  const { key: receiptKey, kind, from, to, officerId, note, documents, contentVersion, answers, said } = body;
  await tx.message.create({
    data: {
      caseId,
      seq,
      kind,
      fromCode: from,
      toCode: to,
      sentById: officerId,
      sentAt: new Date(recordedAt),
      noteId: note?.id ?? null,
      documents: documents.map(({ id }) => id),
      contentVersion,
      answers,
      outcome: said?.outcome ?? null,
      codes: [...(said?.codes ?? [])],
      limitDate: said?.limitDate ?? null,
      receiptKey,
    },
  });
}

/** The other side has said that it has it. */
export async function projectReceipt(
  tx: Transaction,
  caseId: string,
  receiptKey: string,
  receivedById: string | null,
  receivedAt: Date,
): Promise<void> {
  await tx.message.updateMany({
    where: { caseId, receiptKey, receivedAt: null },
    data: { receivedAt, receivedById },
  });
}
