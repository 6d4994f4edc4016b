import type { Role } from '../permissions/roles';
import type { AgencyKind, EntryFault, OfficerEntry } from './entries';
import { rolesOfKind, rolesOutside } from './roles-of-kind';

/**
 * Roles that are held alone. An administrator keeps people and calendars and decides no case: who gives roles must not
 * use them. An auditor reads everything, changes nothing and signs nothing: nobody audits his own acts.
 */
const heldAlone: readonly Role[] = ['administrator', 'auditor'];

/** Roles whose holders open cases, and so answer for them. */
const answering: readonly Role[] = ['liaison', 'secretary'];

/**
 * Every fault of the roles of an officer, by themselves. The entry of one who is disabled has none: disabling is never
 * put off.
 */
export function roleFaults({ roles, active }: OfficerEntry): EntryFault[] {
  if (!active) return [];
  const faults: EntryFault[] = [];
  const alone = heldAlone.find((role) => roles.includes(role));
  if (alone && roles.length > 1) {
    faults.push({ pointer: '/roles', code: 'role-held-alone', params: { role: alone } });
  }
  if (new Set(roles).size < roles.length) faults.push({ pointer: '/roles', code: 'role-twice' });
  return faults;
}

/**
 * Every fault of an officer's roles where he serves.
 *
 * @param kind what his agency is, null where nobody has said it
 */
export function placeFaults({ roles, active }: OfficerEntry, kind: AgencyKind | null): EntryFault[] {
  if (!active) return [];
  if (kind === null) return [{ pointer: '/agency', code: 'agency-kind-unknown' }];
  if (rolesOfKind[kind].length === 0) return [{ pointer: '/agency', code: 'agency-without-officers' }];
  return rolesOutside(kind, roles).map((role) => ({
    pointer: `/roles/${roles.indexOf(role)}`,
    code: 'role-of-other-agency',
    params: { role },
  }));
}

/** What the register says around a change of an officer. */
export interface OfficerChange {
  /** The officer as he is now. */
  readonly before: OfficerEntry;
  readonly after: OfficerEntry;
  /** The administrator changes himself. */
  readonly himself: boolean;
  readonly otherActiveAdministrators: number;
  /** Open cases that the officer answers for. */
  readonly openCases: number;
  /** He is the member or the deputy of a seat of the committee. */
  readonly holdsSeat: boolean;
}

export type OfficerRefusal = 'own-account' | 'last-administrator' | 'answers-for-cases' | 'holds-seat';

/**
 * Why an officer may not be changed so; null when he may. Nobody changes his own roles or disables himself; somebody
 * is always left who keeps the directory; who answers for open cases stays where he can, until they are handed over,
 * and who holds a seat of the committee its member. Disabling is never put off for them: cases and seat are given to
 * somebody else afterwards.
 */
export function officerRefusal(change: OfficerChange): OfficerRefusal | null {
  const { before, after, himself, otherActiveAdministrators, openCases, holdsSeat } = change;
  if (himself && (!after.active || !sameRoles(before.roles, after.roles))) return 'own-account';
  if (keeps(before) && !keeps(after) && otherActiveAdministrators === 0) return 'last-administrator';
  if (openCases > 0 && cannotAnswerAnyMore(before, after)) return 'answers-for-cases';
  if (holdsSeat && loses('committee-member', before, after)) return 'holds-seat';
  return null;
}

function keeps({ active, roles }: OfficerEntry): boolean {
  return active && roles.includes('administrator');
}

function cannotAnswerAnyMore(before: OfficerEntry, after: OfficerEntry): boolean {
  return answering.some((role) => loses(role, before, after)) || before.agency !== after.agency;
}

function loses(role: Role, before: OfficerEntry, after: OfficerEntry): boolean {
  return before.roles.includes(role) && !after.roles.includes(role);
}

function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
