import { seatOfOfficer } from '../../activities/register/committee';
import type { OfficerEntry } from '../../domain/directory/entries';
import { rolesLeftEmpty } from '../../domain/directory/roles-left';
import type { Role } from '../../domain/permissions/roles';
import type { Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { RolesLeftEmpty } from './directory-schemas';
import type { DirectoryTransaction } from './write-change';

/** What an officer has when a change of him begins, and will not have when it is written. */
export interface LeftBehind {
  readonly officerId: string;
  readonly agency: string;
  /** His open cases have nobody to answer for them. */
  readonly leavesCases: boolean;
  /** Cases with a task that he has in hand, which goes back to the pool. */
  readonly heldIn: readonly string[];
  /** Roles that nobody else of his agency holds. */
  readonly roles: readonly Role[];
  /** The seat of the committee that he will not speak for, as its member or his deputy. */
  readonly seat: string | null;
}

/** What a change takes from an officer; read before it is written. */
export async function leftBehind(
  tx: DirectoryTransaction,
  officerId: string,
  before: OfficerEntry,
  after: OfficerEntry,
): Promise<LeftBehind> {
  const isDisabled = before.active && !after.active;
  const seat = isDisabled ? await seatOfOfficer(tx, officerId) : null;
  return {
    officerId,
    agency: before.agency,
    leavesCases: isDisabled,
    heldIn: await casesHeldIn(tx, officerId),
    roles: await rolesLeft(tx, officerId, before, after),
    seat: seat?.code ?? null,
  };
}

/** The roles that a change which is in the log has left with nobody; none where somebody has been given them since. */
export async function rolesLeftByChange(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  commandId: string,
): Promise<RolesLeftEmpty> {
  const change = await prisma.directoryChange.findUniqueOrThrow({ where: { commandId } });
  if (change.officerId === null) return [];
  // As `changeOfficer` logs it.
  const before = change.before as unknown as OfficerEntry;
  const after = change.after as unknown as OfficerEntry;
  const roles = await rolesLeft(prisma, change.officerId, before, after);
  return roles.map((role) => ({ agency: before.agency, role }));
}

/** The open cases that an officer answers for; drafts are none. */
export function openCasesOf(officerId: string): Prisma.CaseWhereInput {
  return { responsibleOfficerId: officerId, closedAt: null, seq: { gt: 0 } };
}

async function casesHeldIn(tx: DirectoryTransaction, claimedById: string): Promise<string[]> {
  const tasks = await tx.task.findMany({
    where: { claimedById, status: 'open' },
    distinct: ['caseId'],
    select: { caseId: true },
  });
  return tasks.map(({ caseId }) => caseId);
}

async function rolesLeft(
  { officer }: Pick<DirectoryTransaction, 'officer'>,
  officerId: string,
  before: OfficerEntry,
  after: OfficerEntry,
): Promise<Role[]> {
  const others = await officer.findMany({
    where: { id: { not: officerId }, agencyCode: before.agency, disabledAt: null },
    select: { roles: true },
  });
  return rolesLeftEmpty(
    before,
    after,
    others.map(({ roles }) => roles),
  );
}
