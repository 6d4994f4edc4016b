import { v5 as uuidv5 } from 'uuid';
import { hashOf } from '../../domain/hash';
import type { Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';

/**
 * Stores a command's free text or details, which stay out of Temporal, and returns its id; null when there is none.
 * Repeating it stores nothing twice.
 */
export async function storeNote(
  { prisma }: ServiceContext,
  caseId: string,
  officerId: string,
  commandId: string,
  body: Prisma.InputJsonValue | undefined,
): Promise<string | null> {
  if (body === undefined) return null;
  const id = uuidv5('note', commandId);
  await prisma.note.createMany({
    data: { id, caseId, authorId: officerId, body, hash: hashOf(body), createdAt: new Date() },
    skipDuplicates: true,
  });
  return id;
}
