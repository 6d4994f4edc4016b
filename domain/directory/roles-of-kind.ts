import type { Role } from '../permissions/roles';
import type { AgencyKind } from './entries';

/**
 * Which roles an agency's officers may hold, by what the agency is. Most steps ask for a role and not for an agency:
 * whoever holds it signs, so a role is held only where the step belongs. Seats of the committee are held by officers of
 * the bodies that it is made of. A court and a foreign partner have no account: what they did is recorded by a liaison
 * officer, with proof.
 */
export const rolesOfKind: Readonly<Record<AgencyKind, readonly Role[]>> = {
  'federal-directorate': ['liaison', 'legal-reviewer', 'directorate-approver', 'manager', 'committee-member'],
  'regional-directorate': ['liaison', 'regional-approver', 'manager', 'committee-member'],
  'judicial-council': ['judicial-council-approver', 'manager', 'committee-member'],
  'foreign-ministry': ['foreign-ministry-approver', 'manager', 'committee-member'],
  ncb: ['ncb-liaison', 'manager', 'committee-member'],
  court: [],
  'foreign-partner': [],
  committee: ['secretary', 'committee-member', 'manager'],
  administration: ['administrator', 'auditor'],
};

/** Those of `held` that officers of an agency of this kind may not hold. */
export function rolesOutside(kind: AgencyKind, held: readonly Role[]): Role[] {
  return held.filter((role) => !rolesOfKind[kind].includes(role));
}
