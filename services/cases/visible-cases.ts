import { agencyWideRoles, type Reader, taskRolesOf } from '../../domain/permissions/case-access';
import type { Prisma } from '../../prisma/generated/client';

/**
 * The rule of domain/permissions/case-access as a condition for the register, so that lists and counts never hold
 * what their reader may not see. A test holds the two together. Drafts (seq 0) are in no list.
 */
export function visibleCases(reader: Reader): Prisma.CaseWhereInput {
  const opened = { seq: { gt: 0 } };
  if (reader.roles.includes('auditor')) return opened;
  const ways: Prisma.CaseWhereInput[] = [
    { createdById: reader.id },
    { responsibleOfficerId: reader.id },
    { tasks: { some: { role: { in: [...taskRolesOf(reader)] } } } },
  ];
  if (agencyWideRoles.some((role) => reader.roles.includes(role)))
    ways.push({ agencyCode: reader.agencyCode });
  return { ...opened, OR: ways };
}
