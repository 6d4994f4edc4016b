import { seedCalendars } from '../../services/calendars/seed-calendars';
import { seedCommittee } from '../../services/committee/seed-committee';
import { stageMissingPersons } from '../../services/persons/stage-persons';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { migrate, roleOf } from '../database/migrate';
import { nothingRuns, readRunning } from '../running';

/** Brings the configured or running database to the newest migration, with the shipped calendars, and says what was done. */
export async function run(config: Config): Promise<void> {
  const running = readRunning(config.dataDir);
  const ownerUrl = config.databaseOwnerUrl ?? running?.ownerUrl;
  const databaseUrl = config.databaseUrl ?? running?.databaseUrl;
  if (ownerUrl === undefined || databaseUrl === undefined) throw nothingRuns(config.dataDir);
  const applied = await migrate({ ownerUrl, appRole: roleOf(databaseUrl) });
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log('the database is up to date');
  const prisma = connectRegister(databaseUrl);
  try {
    const years = await seedCalendars(prisma);
    if (years > 0) console.log(`put in ${years} years of the calendars, none verified`);
    if (await seedCommittee(prisma)) console.log('put the committee in as shipped, with nobody on its seats');
    const persons = await stageMissingPersons({ prisma });
    if (persons > 0) console.log(`made the persons of ${persons} cases searchable`);
  } finally {
    await prisma.$disconnect();
  }
}
