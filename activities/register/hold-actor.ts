import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/**
 * Keeps the actor as he is until the transaction ends: an administrator who disables him or changes his roles waits for
 * it, so that nothing is written for an officer after that. Before the case is locked: his change locks himself first,
 * and what he holds after him.
 */
export async function holdActor(tx: Transaction, { actorId }: Pick<WriteRequest, 'actorId'>): Promise<void> {
  if (actorId !== null) await tx.$queryRaw`SELECT 1 FROM "Officer" WHERE "id" = ${actorId}::uuid FOR SHARE`;
}
