import type { Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { type SubstitutionView, substitutionView, withPersons } from './substitution-schemas';

/** Substitutions, latest first: those of the agency for its managers, all for the auditor, otherwise one's own. */
export async function listSubstitutions(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  limit: number,
): Promise<SubstitutionView[]> {
  const rules = await prisma.substitution.findMany({
    where: readableBy(officer),
    include: withPersons,
    orderBy: [{ fromAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  const now = new Date();
  return rules.map((rule) => substitutionView(rule, now));
}

function readableBy({ id, roles, agencyCode }: CurrentOfficer): Prisma.SubstitutionWhereInput {
  if (roles.includes('auditor')) return {};
  if (roles.includes('manager')) return { OR: [{ absent: { agencyCode } }, { substituteId: id }] };
  return { OR: [{ absentId: id }, { substituteId: id }] };
}
