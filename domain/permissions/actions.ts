import type { Role } from './roles';

/** Everything a route can ask for. A route that names none of these is refused when the API is composed. */
export const actions = [
  'officer.read-self',
  'directory.read',
  'directory.audit',
  'directory.edit',
  'case.open',
  'case.import',
  'case.list',
  'case.read',
  'case.act',
  'case.manage',
  'task.claim',
  'task.assign',
  'task.take-over',
  'substitution.read',
  'substitution.edit',
  'case.link',
  'batch.open',
  'batch.read',
  'committee.read',
  'committee.edit',
  'committee.vote',
  'content.revise',
  'person.cross-check',
  'document.upload',
  'document.read',
  'overdue.list',
  'law.read',
  'calendar.read',
  'calendar.edit',
] as const;

export type Action = (typeof actions)[number];

const workers: readonly Role[] = ['liaison', 'ncb-liaison'];
const approvers = [
  'legal-reviewer',
  'directorate-approver',
  'judicial-council-approver',
  'foreign-ministry-approver',
  'regional-approver',
] as const satisfies readonly Role[];
/** Who is asked for advice on a case: who prepares, signs and leads. The committee is asked by a ballot. */
export const advisers = [
  'liaison',
  'ncb-liaison',
  ...approvers,
  'manager',
] as const satisfies readonly Role[];
/** Who takes part in the work on a case: records, signs, and writes notes. */
export const caseActors = [...advisers, 'secretary', 'committee-member'] as const satisfies readonly Role[];
const everyone: readonly Role[] = [
  ...workers,
  ...approvers,
  'manager',
  'secretary',
  'committee-member',
  'auditor',
];

/**
 * Who may do what at all, before the relation to a case is looked at. `case.act` only opens the door: which step
 * an officer may act on is the step's own role, checked when the command is decided and again when it is written.
 * An administrator keeps people and calendars and takes no part in cases.
 */
const allowed: Record<Action, readonly Role[]> = {
  'officer.read-self': [...everyone, 'administrator'],
  'directory.read': [...everyone, 'administrator'],
  // How officers sign in and are written to, and who changed what.
  'directory.audit': ['auditor', 'administrator'],
  'directory.edit': ['administrator'],
  // Which procedures each opens is the procedure's own to say.
  'case.open': ['liaison', 'secretary'],
  'case.import': ['manager'],
  'case.list': everyone,
  'case.read': everyone,
  'case.act': caseActors,
  'case.manage': ['manager'],
  // Of the committee's votes nobody takes one from its seat, and the rest of its members' work is nobody else's.
  'task.claim': [...workers, ...approvers, 'manager', 'secretary'],
  'task.assign': ['manager'],
  'task.take-over': ['manager'],
  'substitution.read': [...workers, ...approvers, 'manager', 'auditor'],
  // For himself; a manager for the officers of his agency.
  'substitution.edit': [...workers, ...approvers, 'manager'],
  'case.link': ['liaison', 'manager'],
  'batch.open': ['liaison'],
  'batch.read': ['liaison', 'manager', 'auditor'],
  'committee.read': ['manager', 'secretary', 'committee-member', 'auditor'],
  'committee.edit': ['secretary'],
  'committee.vote': ['committee-member'],
  'content.revise': ['liaison', 'secretary'],
  // Who prepares or reviews a case looks for the person; who only signs reads what they found.
  'person.cross-check': [...workers, 'legal-reviewer', 'regional-approver', 'manager'],
  'document.upload': [...workers, ...approvers, 'manager', 'secretary'],
  'document.read': everyone,
  'overdue.list': everyone,
  'law.read': [...everyone, 'administrator'],
  'calendar.read': [...everyone, 'administrator'],
  'calendar.edit': ['administrator'],
};

/** True when one of the roles allows the action. Unknown actions are never allowed. */
export function mayDo(action: Action, held: readonly string[]): boolean {
  return allowed[action].some((role) => held.includes(role));
}
