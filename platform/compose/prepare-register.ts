import { seedCalendars } from '../../services/calendars/seed-calendars';
import { seedCommittee } from '../../services/committee/seed-committee';
import { seedSampleOfficers } from '../../services/officers/sample-officers';
import { stageMissingPersons } from '../../services/persons/stage-persons';
import type { Config } from '../config';
import { migrate, roleOf } from '../database/migrate';
import type { Addresses } from '../running';
import { connectRegister } from './register';

/**
 * Brings the register to the newest migration and puts in the calendars' years that it does not know yet and the committee; with the
 * embedded identity provider its sample officers too.
 *
 * @throws UserError when the database does not answer or refuses
 */
export async function prepareRegister(
  config: Pick<Config, 'production' | 'oidcIssuer'>,
  { ownerUrl, databaseUrl }: Addresses,
  report: (line: string) => void,
): Promise<void> {
  const applied = await migrate({ ownerUrl, appRole: roleOf(databaseUrl) });
  report(applied.length > 0 ? `register: ${applied.length} migrations applied` : 'register: up to date');
  const prisma = connectRegister(databaseUrl);
  try {
    const years = await seedCalendars(prisma);
    if (years > 0) report(`calendars: ${years} years put in, none verified`);
    if (await seedCommittee(prisma)) report('committee: put in as shipped, with nobody on its seats');
    const persons = await stageMissingPersons({ prisma });
    if (persons > 0) report(`persons: ${persons} cases made searchable`);
    if (!config.production && config.oidcIssuer === undefined) await seedSampleOfficers(prisma);
  } finally {
    await prisma.$disconnect();
  }
}
