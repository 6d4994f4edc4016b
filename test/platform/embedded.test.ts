import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { loadConfig } from '../../platform/config';
import { startEmbedded } from '../../platform/embedded';
import { requestToken } from '../../platform/embedded/identity';
import { readRunning } from '../../platform/running';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const accounts = [
  {
    subject: 'auditor',
    name: 'Sample auditor',
    email: 'auditor@example.invalid',
    agency: 'Sample',
    roles: [],
  },
];
const options = { accounts, report: () => {} };

function configOf(name: string, extra: NodeJS.ProcessEnv = {}) {
  return loadConfig({ TASLIM_DATA: join(folder, name), TASLIM_CACHE: loadConfig().cacheDir, ...extra });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

describe('the embedded parts', () => {
  it('start together, are found by other commands, refuse a second start, and all end', async () => {
    const config = configOf('together');
    const embedded = await startEmbedded(config, options);
    const { stop, ...addresses } = embedded;
    expect(readRunning(config.dataDir)).toEqual(addresses);
    const token = await requestToken({
      issuer: embedded.oidcIssuer,
      dataDir: config.dataDir,
      subject: 'auditor',
    });
    expect(token.split('.')).toHaveLength(3);
    await expect(startEmbedded(config, options)).rejects.toThrow(/already run from/);

    const ports = [
      embedded.databaseUrl,
      embedded.smtpUrl,
      embedded.oidcIssuer,
      `tcp://${embedded.temporalAddress}`,
    ];
    const numbers = ports.map((url) => Number(new URL(url).port));
    expect(await Promise.all(numbers.map(answers))).toEqual([true, true, true, true]);
    await stop();
    expect(await Promise.all(numbers.map(answers))).toEqual([false, false, false, false]);
    expect(readRunning(config.dataDir)).toBeUndefined();
  });

  it('stay away where an address is configured', async () => {
    const config = configOf('configured', {
      DATABASE_URL: 'postgresql://app@db/taslim',
      DATABASE_OWNER_URL: 'postgresql://owner@db/taslim',
      TEMPORAL_ADDRESS: 'cluster:7233',
      SMTP_URL: 'smtp://mail:25',
    });
    const { stop, ...addresses } = await startEmbedded(config, options);
    expect(addresses).toMatchObject({ databaseUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl });
    expect(addresses).toMatchObject({ temporalAddress: 'cluster:7233', smtpUrl: 'smtp://mail:25' });
    expect(existsSync(join(config.dataDir, 'postgres'))).toBe(false);
    await stop();
  });
});
