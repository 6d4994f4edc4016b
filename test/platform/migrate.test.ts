import { Client } from 'pg';
import { schemaDrift } from '../../platform/database/diff';
import { migrate, roleOf } from '../../platform/database/migrate';
import { type EmbeddedPostgres, startPostgres } from '../../platform/embedded/postgres';
import { temporaryFolder } from './temporary-folder';

const dataDir = temporaryFolder();
let postgres: EmbeddedPostgres;
let owner: Client;
let appRole: string;

async function recorded(): Promise<string[]> {
  const found = await owner.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  return found.rows.map((row) => row.name);
}

describe('migrating the database', () => {
  beforeAll(async () => {
    postgres = await startPostgres({ dataDir, port: 0, report: () => {} });
    appRole = roleOf(postgres.databaseUrl);
    owner = new Client({ connectionString: postgres.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await postgres.stop();
  });

  it('is done once when two processes begin at the same time', async () => {
    const both = await Promise.all([
      migrate({ ownerUrl: postgres.ownerUrl, appRole }),
      migrate({ ownerUrl: postgres.ownerUrl, appRole }),
    ]);
    const applied = both.flat();
    expect(applied.length).toBeGreaterThan(0);
    expect(await recorded()).toEqual([...applied].sort());
  });

  it('changes nothing the second time', async () => {
    const before = await recorded();
    expect(await migrate({ ownerUrl: postgres.ownerUrl, appRole })).toEqual([]);
    expect(await recorded()).toEqual(before);
  });

  it('makes exactly the schema of prisma/schema.prisma', async () => {
    expect(await schemaDrift(postgres.ownerUrl)).toBe('');
  });

  it('gives the application its rights, and no more', async () => {
    const app = new Client({ connectionString: postgres.databaseUrl });
    await app.connect();
    await expect(app.query('SELECT count(*) FROM "Case"')).resolves.toMatchObject({ rowCount: 1 });
    await expect(app.query('DELETE FROM "CaseEvent"')).rejects.toThrow(/permission denied/);
    await expect(app.query('ALTER TABLE "Case" ADD COLUMN mine int')).rejects.toThrow(/must be owner/);
    await app.end();
  });

  it('shows what is missing when the database is not the schema', async () => {
    await owner.query('ALTER TABLE "Case" RENAME COLUMN "urgency" TO "hurry"');
    expect(await schemaDrift(postgres.ownerUrl)).toMatch(/ADD COLUMN +"urgency"/);
    await owner.query('ALTER TABLE "Case" RENAME COLUMN "hurry" TO "urgency"');
  });

  it('says which server does not answer, not with a stack', async () => {
    const closed = 'postgresql://nobody@127.0.0.1:1/nothing';
    await expect(migrate({ ownerUrl: closed })).rejects.toMatchObject({ name: 'UserError' });
  });

  it('tries one again that was cut off, because it left nothing', async () => {
    const database = 'cut_off';
    await owner.query(`CREATE DATABASE ${database}`);
    const ownerUrl = postgres.ownerUrl.replace(/taslim$/, database);
    const [first = ''] = await migrate({ ownerUrl });
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
      finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0)`);
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      'cut-off',
      'x',
      first,
    ]);
    expect(await migrate({ ownerUrl })).toContain(first);
    await client.end();
  });
});
