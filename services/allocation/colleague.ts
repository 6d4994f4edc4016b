import type { Officer } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';

/**
 * An officer of the same agency, by his account name.
 *
 * @throws InvalidInputError where there is none: of other agencies nobody is told who serves there
 */
export async function getColleague(
  { prisma }: ServiceContext,
  { agencyCode }: CurrentOfficer,
  subject: string,
  pointer = '/officer',
): Promise<Officer> {
  const officer = await prisma.officer.findFirst({ where: { subject, agencyCode } });
  if (!officer) throw new InvalidInputError([{ pointer, code: 'officer-unknown' }]);
  return officer;
}
