/** What an officer brings to the question whether a case may be seen. */
export interface Reader {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agencyCode: string;
  /** For whom he acts in their absence, at this moment. */
  readonly actsFor?: readonly Absent[];
}

/** An absent officer as his substitute acts for him: `roles` are those that may be lent. */
export interface Absent {
  readonly subject: string;
  readonly name: string;
  readonly reader: Pick<Reader, 'id' | 'roles' | 'agencyCode'>;
  /** Empty: all. */
  readonly procedures: readonly string[];
}

/** What of a case decides who sees it. `tasks` are all its tasks, open or finished. */
export interface Readable {
  readonly procedure: string;
  readonly agencyCode: string;
  /** The other side of a case between agencies, once it may know of it; null before, and where there is none. */
  readonly sharedWith: string | null;
  /** The other side for as long as it may not know of the case; null afterwards, and where there is none. */
  readonly hiddenFrom: string | null;
  readonly createdById: string;
  readonly responsibleOfficerId: string;
  readonly tasks: readonly ReadableTask[];
}

/** A task by who acts on it: a role, in an agency of its own where the case has two sides. */
export interface ReadableTask {
  readonly role: string;
  readonly agencyCode: string | null;
  readonly status: string;
}

/** Roles that reach the cases of their own agency without a task on them. */
export const agencyWideRoles = ['liaison', 'manager'] as const;

/** Twenty-three persons of as many bodies: what they read of a person ends with their vote. */
export const committeeRole = 'committee-member';
export const committeesOwn = 'committee-resolution';

/**
 * Need to know: the auditor; the agency that owns the case, and the other side's once the request has reached it (their
 * liaison officers and managers); whoever opened it or answers for it; and an officer for whose role the case has, or
 * had, a task, of his agency where the task is an agency's. A member of the committee reads a resolution for ever, and
 * any other case only while the committee is asked about it. Nobody else learns that it exists; of the other side nobody
 * before the request has reached it, not even who opened the case and has changed sides since. A substitute reads what
 * the absent officer reads, in the procedures in which he acts for him.
 */
export function mayReadCase(reader: Reader, item: Readable): boolean {
  if (mayReadHimself(reader, item)) return true;
  return (reader.actsFor ?? []).some(
    (absent) => actsIn(absent, item.procedure) && mayReadHimself(absent.reader, item),
  );
}

/** The roles in which somebody works on cases of a procedure: his own, and those of the officers for whom he acts. */
export function rolesIn(
  { roles, actsFor = [] }: Pick<Reader, 'roles' | 'actsFor'>,
  procedure: string,
): string[] {
  const lent = actsFor.filter((absent) => actsIn(absent, procedure)).flatMap(({ reader }) => reader.roles);
  return [...new Set([...roles, ...lent])];
}

/** Whether a substitute acts for an absent officer in a procedure. */
export function actsIn({ procedures }: Absent, procedure: string): boolean {
  return procedures.length === 0 || procedures.includes(procedure);
}

function mayReadHimself(reader: Pick<Reader, 'id' | 'roles' | 'agencyCode'>, item: Readable): boolean {
  if (reader.roles.includes('auditor')) return true;
  if (item.hiddenFrom === reader.agencyCode) return false;
  if (item.createdById === reader.id || item.responsibleOfficerId === reader.id) return true;
  const agencyWide = agencyWideRoles.some((role) => reader.roles.includes(role));
  if (agencyWide && [item.agencyCode, item.sharedWith].includes(reader.agencyCode)) return true;
  const own = taskRolesOf(reader);
  return item.tasks.some(
    ({ role, agencyCode, status }) =>
      own.includes(role) &&
      [null, reader.agencyCode].includes(agencyCode) &&
      (role !== committeeRole || item.procedure === committeesOwn || status === 'open'),
  );
}

/**
 * The roles by which a task reaches an officer. The agency-wide roles are left out: a liaison officer or manager sees
 * the cases of his agency, with and without a task.
 */
export function taskRolesOf(reader: Pick<Reader, 'roles'>): readonly string[] {
  return reader.roles.filter((role) => !(agencyWideRoles as readonly string[]).includes(role));
}
