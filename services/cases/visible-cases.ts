import {
  type Absent,
  agencyWideRoles,
  committeeRole,
  committeesOwn,
  type Reader,
  taskRolesOf,
} from '../../domain/permissions/case-access';
import type { Prisma } from '../../prisma/generated/client';

/**
 * The rule of domain/permissions/case-access as a condition for the register, so that lists and counts never hold
 * what their reader may not see. A test holds the two together. Drafts (seq 0) are in no list.
 */
export function visibleCases(reader: Reader): Prisma.CaseWhereInput {
  const { actsFor = [] } = reader;
  if (actsFor.length === 0) return visibleTo(reader);
  const forAbsent = actsFor.map((absent) => ({ AND: [visibleTo(absent.reader), inProcedures(absent)] }));
  return { OR: [visibleTo(reader), ...forAbsent] };
}

/** Cases of the procedures in which a substitute acts for an absent officer. */
export function inProcedures({ procedures }: Absent): Prisma.CaseWhereInput {
  return procedures.length === 0 ? {} : { procedure: { in: [...procedures] } };
}

function visibleTo(reader: Absent['reader']): Prisma.CaseWhereInput {
  const opened = { seq: { gt: 0 } };
  if (reader.roles.includes('auditor')) return opened;
  const lasting = taskRolesOf(reader).filter((role) => role !== committeeRole);
  const own = ofAgency(reader.agencyCode);
  const ways: Prisma.CaseWhereInput[] = [
    { createdById: reader.id },
    { responsibleOfficerId: reader.id },
    { tasks: { some: { role: { in: lasting }, ...own } } },
  ];
  if (reader.roles.includes(committeeRole))
    ways.push(
      { procedure: committeesOwn, tasks: { some: { role: committeeRole, ...own } } },
      { tasks: { some: { role: committeeRole, status: 'open', ...own } } },
    );
  if (agencyWideRoles.some((role) => reader.roles.includes(role)))
    ways.push(
      { agencyCode: reader.agencyCode },
      { counterpartCode: reader.agencyCode, sharedAt: { not: null } },
    );
  return { ...opened, OR: ways, AND: notHiddenFrom(reader.agencyCode) };
}

/** Cases of which an agency may know, if it is their other side. A condition on null is neither true nor false. */
function notHiddenFrom(agencyCode: string): Prisma.CaseWhereInput {
  const another = [{ counterpartCode: null }, { counterpartCode: { not: agencyCode } }];
  return { OR: [...another, { sharedAt: { not: null } }] };
}

/** Tasks of no agency, or of this one. */
export function ofAgency(agencyCode: string): { OR: Prisma.TaskWhereInput[] } {
  return { OR: [{ agencyCode: null }, { agencyCode }] };
}
