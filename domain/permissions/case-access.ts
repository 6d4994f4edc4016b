/** What an officer brings to the question whether a case may be seen. */
export interface Reader {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agencyCode: string;
}

/** What of a case decides who sees it. `taskRoles` are the roles of all its tasks, open or finished. */
export interface Readable {
  readonly agencyCode: string;
  readonly createdById: string;
  readonly responsibleOfficerId: string;
  readonly taskRoles: readonly string[];
}

/** Roles that reach the cases of their own agency without a task on them. */
export const agencyWideRoles = ['liaison', 'manager'] as const;

/**
 * Need to know: the auditor; the agency that owns the case (its liaison officers and managers); whoever opened it
 * or answers for it; and an officer for whose role the case has, or had, a task. Nobody else learns that it exists.
 */
export function mayReadCase(reader: Reader, item: Readable): boolean {
  if (reader.roles.includes('auditor')) return true;
  if (item.createdById === reader.id || item.responsibleOfficerId === reader.id) return true;
  const agencyWide = agencyWideRoles.some((role) => reader.roles.includes(role));
  if (agencyWide && item.agencyCode === reader.agencyCode) return true;
  return item.taskRoles.some((role) => taskRolesOf(reader).includes(role));
}

/**
 * The roles by which a task reaches an officer of any agency. The agency-wide roles are left out: a liaison
 * officer's or manager's task belongs to the agency that owns the case.
 */
export function taskRolesOf(reader: Reader): readonly string[] {
  return reader.roles.filter((role) => !(agencyWideRoles as readonly string[]).includes(role));
}
