import { z } from 'zod';
import { messageKinds } from '../../domain/case/events';
import type { Message } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { NoteOf } from './notes-of-case';
import type { CaseReading } from './read-as';

const instant = z.iso.datetime();

export const messageView = z.object({
  seq: z.int().describe('Number of its event'),
  kind: z.enum(messageKinds),
  from: z.string().describe('The agency that sent it'),
  to: z.string(),
  sentAt: instant,
  text: z.unknown(),
  documents: z.array(z.string()),
  contentVersion: z.int().nullable().describe('The version of the request that was sent with it'),
  answers: z.string().nullable().describe('`stepKey` of the question that it answers'),
  outcome: z.string().nullable().describe('What its step came to, where more than one thing can'),
  codes: z.array(z.string()).describe('Why, where it refuses'),
  limitDate: z.string().nullable().describe('The last day that it asks for'),
  receiptKey: z.string().describe('`stepKey` by which the other side says that it has it'),
  receivedAt: instant.nullable(),
  receivedBy: z.string().nullable().describe("An officer of the own side, or the other side's agency"),
});

/** What the two sides of a case gave each other. It is theirs alike: one wrote it, the other was to read it. */
export async function messageViews(
  { prisma }: ServiceContext,
  { eyes, log, name }: CaseReading,
  messages: readonly Message[],
  note: NoteOf,
): Promise<z.infer<typeof messageView>[]> {
  const ids = messages.flatMap(({ receivedById }) => receivedById ?? []);
  const officers = await prisma.officer.findMany({ where: { id: { in: ids } } });
  const nameOf = new Map(officers.map((officer) => [officer.id, officer.name]));
  return messages
    .filter(({ fromCode, toCode }) => [fromCode, toCode].some((side) => eyes(side) === 'own'))
    .map((message) => {
      const { seq, kind, fromCode, toCode, sentAt, documents, contentVersion, answers } = message;
      const { receiptKey, receivedAt, receivedById, outcome, codes, limitDate } = message;
      return {
        seq,
        kind: z.enum(messageKinds).parse(kind),
        from: fromCode,
        to: toCode,
        sentAt: sentAt.toISOString(),
        text: note(message.noteId),
        documents,
        contentVersion,
        answers,
        outcome,
        codes,
        limitDate,
        receiptKey,
        receivedAt: receivedAt?.toISOString() ?? null,
        receivedBy:
          receivedById === null ? null : name(log.closedFor(receiptKey), nameOf.get(receivedById) ?? ''),
      };
    });
}
