import { Client, escapeIdentifier } from 'pg';
import { messageOf, UserError } from '../errors';
import { withSchemaEngine } from './engine';
import { noFilter, readGrants, readMigrations } from './migrations';

/** Names the lock that makes two processes migrating at once take turns; any fixed number serves. */
const migrationLock = 7_421_906_331;

export interface MigrateOptions {
  /** Connection of the role that owns the schema. */
  readonly ownerUrl: string;
  /** The role the application works as; it is given its rights unless it is the owner. */
  readonly appRole?: string;
}

/**
 * Brings the database to the newest migration with Prisma Migrate (which keeps its record in `_prisma_migrations`)
 * and gives the application's role its rights. Doing it again changes nothing.
 * @returns the names of the migrations applied now
 * @throws UserError when the database does not answer or a statement fails
 */
export async function migrate({ ownerUrl, appRole }: MigrateOptions): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect().catch((error: unknown) => {
    throw new UserError(
      `the database does not answer (${messageOf(error)})`,
      'Check DATABASE_OWNER_URL or DATABASE_URL',
      {
        cause: error,
      },
    );
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const unfinished = await unfinishedMigrations(client);
    const applied = await withSchemaEngine(ownerUrl, async (engine) => {
      for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
      return engine.applyMigrations({ migrationsList: readMigrations(), filters: noFilter });
    });
    if (appRole !== undefined) await grant(client, appRole);
    return applied.appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** The role that a database address names, for `MigrateOptions.appRole`. */
export function roleOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).username);
}

/** A migration is one transaction: one that failed, or whose process was killed, has left nothing and is tried again. */
async function unfinishedMigrations(client: Client): Promise<string[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (table.rows[0]?.name === null) return [];
  const found = await client.query<{ migration_name: string }>(
    'SELECT DISTINCT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  return found.rows.map((row) => row.migration_name);
}

async function grant(client: Client, appRole: string): Promise<void> {
  const statements = readGrants();
  if (statements === undefined || appRole === client.user) return;
  try {
    await client.query(statements.replaceAll(':app_role', escapeIdentifier(appRole)));
  } catch (error) {
    throw new UserError(
      `the rights of the database role ${appRole}: ${messageOf(error)}`,
      'Make the role, then migrate again',
      {
        cause: error,
      },
    );
  }
}
