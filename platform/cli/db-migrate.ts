import type { Config } from '../config';
import { migrate, roleOf } from '../database/migrate';
import { nothingRuns, readRunning } from '../running';

/** Brings the configured or running database to the newest migration and says what was applied. */
export async function run(config: Config): Promise<void> {
  const running = readRunning(config.dataDir);
  const ownerUrl = config.databaseOwnerUrl ?? running?.ownerUrl;
  const databaseUrl = config.databaseUrl ?? running?.databaseUrl;
  if (ownerUrl === undefined || databaseUrl === undefined) throw nothingRuns(config.dataDir);
  const applied = await migrate({ ownerUrl, appRole: roleOf(databaseUrl) });
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log('the database is up to date');
}
