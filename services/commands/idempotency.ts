import { v5 as uuidv5 } from 'uuid';
import { hashOf } from '../../domain/hash';
import { Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { IdempotencyKeyReusedError } from '../errors';

const namespace = '3d9a1f5e-7c41-4f0e-9d55-5a1f1c1a2b3c';

/** One request of one officer that may be repeated: `key` is the caller's, or made up where he gave none. */
export interface RepeatableRequest {
  readonly officerId: string;
  readonly key: string;
  readonly route: string;
  readonly body: unknown;
}

/** Id of the command of a request: the same for every repetition, another for every officer. */
export function commandIdOf({ officerId, key }: Pick<RepeatableRequest, 'officerId' | 'key'>): string {
  return uuidv5(`command:${officerId}:${key}`, namespace);
}

/** Id of the case that a request opens. */
export function caseIdOf({ officerId, key }: Pick<RepeatableRequest, 'officerId' | 'key'>): string {
  return uuidv5(`case:${officerId}:${key}`, namespace);
}

/**
 * Runs `work` once for a key: a repetition gets the stored answer. While there is none (the first try is under way,
 * or ended without an answer), `work` runs again: it must be safe to repeat.
 *
 * @throws IdempotencyKeyReusedError when the key stands for another body or route
 */
export async function answerOnce<T extends Prisma.InputJsonObject>(
  { prisma }: ServiceContext,
  request: RepeatableRequest,
  work: () => Promise<T>,
): Promise<T> {
  const { officerId, key, route } = request;
  const bodyHash = hashOf(request.body ?? null);
  const where = { officerId_key: { officerId, key } };
  // With nothing to update Prisma would look first and insert afterwards, and two requests at once would collide.
  const stored = await prisma.idempotencyKey.upsert({
    where,
    create: { officerId, key, route, bodyHash, createdAt: new Date() },
    update: { key },
  });
  if (stored.bodyHash !== bodyHash || stored.route !== route) throw new IdempotencyKeyReusedError();
  if (stored.answer !== null) return stored.answer as T;
  const answer = await work();
  // Of two requests at once the first to answer answers for both.
  const [first] = await prisma.idempotencyKey.updateManyAndReturn({
    where: { officerId, key, answer: { equals: Prisma.DbNull } },
    data: { answer },
  });
  return (first ?? (await prisma.idempotencyKey.findUniqueOrThrow({ where }))).answer as T;
}
