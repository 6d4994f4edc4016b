import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/**
 * Keeps the actor, and for whom he acts, as they are until the transaction ends: an administrator who disables one of
 * them or changes his roles waits for it, so that nothing is written for an officer after that. Before the case is
 * locked: his change locks himself first, and what he holds after him.
 */
export async function holdActor(
  tx: Transaction,
  { actorId, actingForId }: Pick<WriteRequest, 'actorId' | 'actingForId'>,
): Promise<void> {
  const persons = [actorId, actingForId].filter((id) => id !== null);
  if (persons.length > 0) await holdOfficers(tx, persons);
}

/** Keeps officers as they are until the transaction ends. */
export async function holdOfficers(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Officer" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR SHARE`;
}
