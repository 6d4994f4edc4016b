import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadConfig } from '../../platform/config';
import { startEmbedded } from '../../platform/embedded';
import { startPostgres } from '../../platform/embedded/postgres';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal';
import { choosePorts, freePort, onFreePorts } from '../../platform/ports';
import { startPortThief } from './port-thief';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

function configOf(name: string, extra: NodeJS.ProcessEnv = {}) {
  return loadConfig({ TASLIM_DATA: join(folder, name), TASLIM_CACHE: loadConfig().cacheDir, ...extra });
}

let thief: ReturnType<typeof startPortThief>;
afterEach(() => thief.stop());

describe('a port that is taken between the look and the start', () => {
  it('is replaced for PostgreSQL, which says nothing of the failure, and no password to the other', async () => {
    const port = await freePort();
    thief = startPortThief(1);
    const lines: string[] = [];
    const report = (line: string) => lines.push(line);
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port, report });
    expect(thief.ports).toEqual([port]);
    expect(postgres.port).not.toBe(port);
    expect(thief.asked).toEqual([]);
    const client = new Client({ connectionString: postgres.databaseUrl });
    await client.connect();
    await client.end();
    await postgres.stop();
    expect(lines).toEqual(['PostgreSQL: making the database (first start)']);
  });

  it('is replaced for Temporal and its pages', async () => {
    const ports = await choosePorts({ port: 0, uiPort: 0 });
    thief = startPortThief(2);
    const lines: string[] = [];
    const report = (line: string) => lines.push(line);
    const temporal = await startEmbeddedTemporal({ config: configOf('temporal'), ports, report });
    expect(thief.ports).toEqual([ports.port, ports.uiPort]);
    expect(thief.ports).not.toContain(Number(temporal.address.split(':')[1]));
    expect(thief.ports).not.toContain(Number(new URL(temporal.uiUrl).port));
    expect((await fetch(temporal.uiUrl)).status).toBe(200);
    await temporal.stop();
    expect(lines).toEqual([]);
  });

  it('is replaced for mail capture and identity provider', async () => {
    const config = configOf('in-process', {
      DATABASE_URL: 'postgresql://app@db/taslim',
      DATABASE_OWNER_URL: 'postgresql://owner@db/taslim',
      TEMPORAL_ADDRESS: 'cluster:7233',
    });
    thief = startPortThief(2);
    const embedded = await startEmbedded(config, { accounts: [], report: () => {} });
    expect(thief.ports).toHaveLength(2);
    for (const url of [embedded.smtpUrl, embedded.oidcIssuer]) {
      expect(thief.ports).not.toContain(Number(new URL(url).port));
    }
    await embedded.stop();
  });

  it('is not replaced for ever', async () => {
    thief = startPortThief(100);
    const tried: number[] = [];
    const start = ({ port }: { port: number }) =>
      new Promise<void>((resolve, reject) => {
        tried.push(port);
        createServer().once('error', reject).listen(port, '127.0.0.1', resolve);
      });
    await expect(onFreePorts({ port: 0 }, start)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(new Set(tried).size).toBe(5);
  });
});

describe('a start that fails for another reason', () => {
  it('is not tried again', async () => {
    thief = startPortThief(0);
    const start = jest.fn(() => Promise.reject(new Error('no space left')));
    await expect(onFreePorts({ port: 0 }, start)).rejects.toThrow('no space left');
    expect(start).toHaveBeenCalledTimes(1);
  });
});
