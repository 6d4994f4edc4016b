import type { ServiceContext } from '../context';
import { NotFoundError, RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { refuseOthers } from './create-substitution';
import { type SubstitutionView, substitutionView, withPersons } from './substitution-schemas';

/**
 * Ends a substitution before its time, from now on: the absent officer, or a manager of the agency. One that was ended
 * so stays as it is.
 *
 * @throws NotFoundError for one of another agency, ForbiddenError, RefusedError `substitution-over`
 */
export async function endSubstitution(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  id: string,
): Promise<SubstitutionView> {
  const { agencyCode } = officer;
  const rule = await prisma.substitution.findFirst({ where: { id, absent: { agencyCode } } });
  if (!rule) throw new NotFoundError('substitution');
  refuseOthers(officer, rule.absentId);
  const now = new Date();
  if (rule.endedAt === null && rule.untilAt <= now)
    throw new RefusedError({ code: 'substitution-over', params: {} });
  // Of two at once the first ends it.
  await prisma.substitution.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now, endedById: officer.id },
  });
  const ended = await prisma.substitution.findUniqueOrThrow({ where: { id }, include: withPersons });
  return substitutionView(ended);
}
