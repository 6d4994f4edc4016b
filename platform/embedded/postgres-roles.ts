import { Client, escapeIdentifier, escapeLiteral } from 'pg';

const owner = 'taslim_owner';
const application = 'taslim_app';
const database = 'taslim';

export interface RoleUrls {
  /** As `taslim_app`: reads and writes rows, changes no table. */
  readonly databaseUrl: string;
  /** As `taslim_owner`: owns the schema; for migrations. */
  readonly ownerUrl: string;
}

/** Connects once; undefined when that worked, otherwise what went wrong. */
export async function tryConnect(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the two roles and the database where they are missing. Neither role is a superuser; the owner may make
 * further databases, which the tests use.
 */
export async function prepareRoles(
  superuserUrl: string,
  passwords: { readonly ownerPassword: string; readonly appPassword: string },
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await ensureRole(client, owner, passwords.ownerPassword, 'CREATEDB');
    await ensureRole(client, application, passwords.appPassword, 'NOCREATEDB');
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${owner}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${application}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: string, password: string, createdb: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount !== 0) return;
  await client.query(
    `CREATE ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEROLE ${createdb} PASSWORD ${escapeLiteral(password)}`,
  );
}
