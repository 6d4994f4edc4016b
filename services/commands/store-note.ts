import { v5 as uuidv5 } from 'uuid';
import type { NoteRef } from '../../domain/case/events';
import { hashOf } from '../../domain/hash';
import type { Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';

/** How events name the text of a command, before it is stored and afterwards. */
export function noteRefOf(commandId: string, body: Prisma.InputJsonValue): NoteRef {
  return { id: uuidv5('note', commandId), hash: hashOf(body) };
}

/**
 * Stores a command's free text or details, which stay out of Temporal, and returns how events name it. Repeating it
 * stores nothing twice.
 */
export async function requireNote(
  { prisma }: { readonly prisma: Pick<ServiceContext['prisma'], 'note'> },
  caseId: string,
  officerId: string,
  commandId: string,
  body: Prisma.InputJsonValue,
): Promise<NoteRef> {
  const { id, hash } = noteRefOf(commandId, body);
  await prisma.note.createMany({
    data: { id, caseId, authorId: officerId, body, hash, createdAt: new Date() },
    skipDuplicates: true,
  });
  return { id, hash };
}

/** As `requireNote`, for a text that may be left out. */
export async function storeNote(
  context: ServiceContext,
  caseId: string,
  officerId: string,
  commandId: string,
  body: Prisma.InputJsonValue | undefined,
): Promise<NoteRef | null> {
  return body === undefined ? null : await requireNote(context, caseId, officerId, commandId, body);
}
