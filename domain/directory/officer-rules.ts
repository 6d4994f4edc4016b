import type { Role } from '../permissions/roles';
import type { AgencyKind, EntryFault, OfficerEntry } from './entries';

/**
 * Roles that are held alone. An administrator keeps people and calendars and decides no case: who gives roles must not
 * use them. An auditor reads everything, changes nothing and signs nothing: nobody audits his own acts.
 */
const heldAlone: readonly Role[] = ['administrator', 'auditor'];

/** Roles whose holders open cases, and so answer for them. */
const answering: readonly Role[] = ['liaison', 'secretary'];

/** Every fault of an officer's entry, by itself and with the kind of his agency. */
export function officerFaults({ roles }: OfficerEntry, agencyKind: AgencyKind | null): EntryFault[] {
  const faults: EntryFault[] = [];
  const alone = heldAlone.find((role) => roles.includes(role));
  if (alone && roles.length > 1) {
    faults.push({ pointer: '/roles', code: 'role-held-alone', params: { role: alone } });
  }
  if (new Set(roles).size < roles.length) faults.push({ pointer: '/roles', code: 'role-twice' });
  // Their side would otherwise read the files of the federal side.
  if (agencyKind === 'foreign-partner') faults.push({ pointer: '/agency', code: 'agency-without-officers' });
  return faults;
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
}

export type OfficerRefusal = 'own-account' | 'last-administrator' | 'answers-for-cases';

/**
 * Why an officer may not be changed so; null when he may. Nobody changes his own roles or disables himself; somebody
 * is always left who keeps the directory; and who answers for open cases stays where he can, until they are handed
 * over. Disabling is never put off for them: his managers hand them over afterwards.
 */
export function officerRefusal(change: OfficerChange): OfficerRefusal | null {
  const { before, after, himself, otherActiveAdministrators, openCases } = change;
  if (himself && (!after.active || !sameRoles(before.roles, after.roles))) return 'own-account';
  if (keeps(before) && !keeps(after) && otherActiveAdministrators === 0) return 'last-administrator';
  if (openCases > 0 && cannotAnswerAnyMore(before, after)) return 'answers-for-cases';
  return null;
}

function keeps({ active, roles }: OfficerEntry): boolean {
  return active && roles.includes('administrator');
}

function cannotAnswerAnyMore(before: OfficerEntry, after: OfficerEntry): boolean {
  const lost = before.roles.some((role) => answering.includes(role) && !after.roles.includes(role));
  return lost || before.agency !== after.agency;
}

function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
