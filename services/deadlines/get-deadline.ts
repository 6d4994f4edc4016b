import { currentCalendars } from '../../activities/register/calendars';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { computeDeadline, type Deadline } from './compute-deadline';
import type { DeadlineInput } from './deadline-input';

/** A deadline by the register's calendars, on the clock of the officer's agency. @throws InvalidInputError */
export async function getDeadline(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  { agencyCode }: Pick<CurrentOfficer, 'agencyCode'>,
  input: DeadlineInput,
): Promise<Deadline> {
  const { calendars } = await currentCalendars(prisma, prisma);
  const { zone: ownerZone } = await prisma.agency.findUniqueOrThrow({ where: { code: agencyCode } });
  return computeDeadline({ catalogue: catalogue(), calendars, ownerZone }, input);
}
