import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../platform/embedded/postgres';
import { UserError } from '../../platform/errors';
import { commandLine } from '../../platform/processes';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const report = (): void => {};

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  const dataDir = join(folder, 'lifecycle');

  it('finds the same data at the second start', async () => {
    const first = await startPostgres({ dataDir, port: 0, report });
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();
    const second = await startPostgres({ dataDir, port: 0, report });
    expect(await query(second.ownerUrl, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await second.stop();
  });

  it('gives the application a role that is no superuser and owns nothing', async () => {
    const postgres = await startPostgres({ dataDir, port: 0, report });
    const roles = "SELECT rolname, rolsuper FROM pg_roles WHERE rolname LIKE 'taslim%' ORDER BY 1";
    expect(await query(postgres.databaseUrl, roles)).toEqual([
      { rolname: 'taslim_app', rolsuper: false },
      { rolname: 'taslim_owner', rolsuper: false },
    ]);
    await expect(query(postgres.databaseUrl, 'CREATE TABLE mine (x int)')).rejects.toThrow(
      /permission denied/,
    );
    await expect(query(postgres.databaseUrl, 'DROP TABLE kept')).rejects.toThrow(/must be owner/);
    await postgres.stop();
  });

  it('lets nobody in without a password', async () => {
    const postgres = await startPostgres({ dataDir, port: 0, report });
    await expect(query(postgres.ownerUrl.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
      /password/,
    );
    await postgres.stop();
  });

  it('stops one that outlived its killed parent, and starts on the same data', async () => {
    const script = `require('tsx/cjs');
      require('./platform/embedded/postgres').startPostgres({
        dataDir: ${JSON.stringify(dataDir)}, port: 0, report() {} }).then(() => console.log('up'));`;
    const parent = spawn(process.execPath, ['-e', script], { cwd: join(__dirname, '../..') });
    await once(parent.stdout, 'data');
    parent.kill('SIGKILL');
    const leftover = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    expect(commandLine(leftover)).toContain(dataDir);

    const lines: string[] = [];
    const next = await startPostgres({ dataDir, port: 0, report: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringContaining(`process ${leftover}`)]);
    expect(commandLine(leftover)).toBeUndefined();
    expect(await query(next.ownerUrl, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await next.stop();
  });

  it('leaves no process behind', () => {
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('says so when the passwords that belong to the data are lost', async () => {
    rmSync(join(dataDir, 'secrets.json'));
    await expect(startPostgres({ dataDir, port: 0, report })).rejects.toThrow(/does not know the passwords/);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('names TASLIM_DATA when its user may not enter the folder (needs to be run as root)', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const start = startPostgres({ dataDir: join(closed, 'data'), port: 0, report });
    await expect(start).rejects.toThrow(UserError);
    await expect(start).rejects.toMatchObject({ remedy: expect.stringContaining('TASLIM_DATA') });
  });
});
