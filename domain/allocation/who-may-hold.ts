import { agencyWideRoles } from '../permissions/case-access';
import { type Exclusion, excludedFrom, rolesInUse, type Signers } from '../permissions/four-eyes';
import type { Role } from '../permissions/roles';

/** What of an officer decides whether a task may be his. */
export interface Candidate {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agencyCode: string;
  readonly disabledAt: Date | null;
}

/** A task by who acts on it, and the agency that owns its case. */
export interface HoldableTask {
  readonly role: string;
  /** The agency whose step it is; null for the owner's and for roles of no agency. */
  readonly agencyCode: string | null;
  readonly ownerAgencyCode: string;
  readonly stage: string;
  /** It is signed under four eyes. */
  readonly fourEyes: boolean;
  /** Whose word it judges: who proposed the correction, prepared the answer or asked for advice; null where it is none. */
  readonly authorId: string | null;
  /** The committee votes, each seat for itself: nobody takes that from the others. */
  readonly ofCommittee: boolean;
}

export type Unfit = 'officer-disabled' | 'wrong-role' | 'four-eyes' | 'not-allocatable';

/** Why a task may not be an officer's, by the rules by which he may not decide it; null where it may. */
export function unfitFor(task: HoldableTask, officer: Candidate, signers: Signers): Unfit | null {
  if (task.ofCommittee) return 'not-allocatable';
  if (officer.disabledAt !== null) return 'officer-disabled';
  if (!holdsRole(officer, task, task.ownerAgencyCode)) return 'wrong-role';
  return barOf(task, officer, signers) === null ? null : 'four-eyes';
}

/** What an officer has done that keeps him from deciding a task, whatever his roles are. */
export type Bar = Exclusion | 'author';

/** What an officer has done that keeps him from deciding a task; null where it is nothing. */
export function barOf(
  { fourEyes, stage, authorId }: HoldableTask,
  { id }: Pick<Candidate, 'id'>,
  signers: Signers,
): Bar | null {
  if (id === authorId) return 'author';
  return fourEyes ? excludedFrom(stage, id, signers) : null;
}

/** Whether an officer has a role where it is asked for: some are bound to an agency. */
export function holdsRole(
  officer: Pick<Candidate, 'roles' | 'agencyCode'>,
  { role, agencyCode }: { readonly role: string; readonly agencyCode: string | null },
  ownerAgencyCode: string,
): boolean {
  const serves = !isBound(role, agencyCode) || officer.agencyCode === (agencyCode ?? ownerAgencyCode);
  return rolesInUse(officer.roles).includes(role) && serves;
}

/** Whether a role must be held in one agency: the step's own, or the one that owns the case. */
export function isBound(role: string, agencyCode: string | null): boolean {
  return agencyCode !== null || (agencyWideRoles as readonly string[]).includes(role);
}

/** Roles in which one officer may stand in for another; seats have deputies, the audit signs nothing. */
const personal: readonly Role[] = ['secretary', 'committee-member', 'auditor', 'administrator'];

/** The roles that another may act in for an officer. */
export function lentRoles(roles: readonly string[]): string[] {
  return rolesInUse(roles).filter((role) => !(personal as readonly string[]).includes(role));
}

/**
 * Whether one officer may stand in for another: of the same agency, active, with a part of his own in the work on cases.
 * He need not have the other's role: he acts in it, on the other's tasks and nothing else, bound by what excludes either.
 */
export function mayStandInFor(substitute: Candidate, absent: Candidate): boolean {
  return (
    substitute.id !== absent.id &&
    substitute.disabledAt === null &&
    substitute.agencyCode === absent.agencyCode &&
    lentRoles(substitute.roles).length > 0 &&
    lentRoles(absent.roles).length > 0
  );
}
