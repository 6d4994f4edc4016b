import { seedSampleOfficers } from '../../services/officers/sample-officers';
import type { Config } from '../config';
import { migrate, roleOf } from '../database/migrate';
import type { Addresses } from '../running';
import { connectRegister } from './register';

/**
 * Brings the register to the newest migration; with the embedded identity provider its sample officers are put in.
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
  if (config.production || config.oidcIssuer !== undefined) return;
  const prisma = connectRegister(databaseUrl);
  await seedSampleOfficers(prisma).finally(() => prisma.$disconnect());
}
