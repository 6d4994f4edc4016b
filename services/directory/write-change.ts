import { differences } from '../../domain/directory/differences';
import type { Prisma } from '../../prisma/generated/client';
import { commandIdOf, type RepeatableRequest } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { DirectoryChangedError, ForbiddenError, OfficerUnknownError } from '../errors';

export type DirectoryTransaction = Prisma.TransactionClient;

/** A change as it goes into the log; the entry is an agency or an officer. */
interface LoggedChange {
  readonly agencyCode?: string;
  readonly officerId?: string;
  readonly before?: object;
  readonly after: object;
}

/**
 * Makes one change of the directory with its entry in the log, in one transaction; a request that has been written
 * already is not written again. One change at a time: the rules look at more than one entry. That the changer still
 * is an active administrator is looked at again here, where nobody can change it meanwhile.
 *
 * @throws OfficerUnknownError, ForbiddenError; what `work` throws
 */
export async function writeChange(
  { prisma }: ServiceContext,
  request: RepeatableRequest,
  reason: string,
  work: (tx: DirectoryTransaction) => Promise<LoggedChange>,
): Promise<void> {
  const commandId = commandIdOf(request);
  await prisma.$transaction(async (tx) => {
    await lockDirectory(tx);
    if (await tx.directoryChange.findUnique({ where: { commandId } })) return;
    const changer = await tx.officer.findUniqueOrThrow({ where: { id: request.officerId } });
    if (changer.disabledAt) throw new OfficerUnknownError('officer-disabled');
    if (!changer.roles.includes('administrator')) throw new ForbiddenError('directory.edit');
    await logChange(tx, { commandId, reason, changedById: changer.id }, await work(tx));
  });
}

/** Holds other changes of the directory off until the transaction ends. */
export async function lockDirectory(tx: DirectoryTransaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('taslim:directory'))::text`;
}

/** Writes a change into the log. @param by `changedById` is null for the owner of the database */
export async function logChange(
  tx: DirectoryTransaction,
  by: { readonly commandId: string; readonly reason: string; readonly changedById: string | null },
  { before, after, ...entry }: LoggedChange,
): Promise<void> {
  await tx.directoryChange.create({
    data: {
      ...entry,
      ...by,
      changedAt: new Date(),
      after: after as Prisma.InputJsonObject,
      ...(before ? { before: before as Prisma.InputJsonObject } : {}),
    },
  });
}

/**
 * Refuses a change of an entry that somebody else has changed since it was read.
 *
 * @throws DirectoryChangedError that says what there is now and in which fields it differs from what was sent
 */
export function requireVersion(
  baseVersion: number,
  yours: object,
  { version, entry }: { readonly version: number; readonly entry: object },
): void {
  if (version !== baseVersion) throw new DirectoryChangedError(version, differences(yours, entry));
}
