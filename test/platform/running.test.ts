import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../platform/config';
import { lockFolder } from '../../platform/embedded/folder-lock';
import { UserError } from '../../platform/errors';
import { readRunning, removeRunning, resolveConnections, writeRunning } from '../../platform/running';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const addresses = {
  databaseUrl: 'postgresql://app@127.0.0.1:5433/taslim',
  ownerUrl: 'postgresql://owner@127.0.0.1:5433/taslim',
  temporalAddress: '127.0.0.1:7233',
  smtpUrl: 'smtp://127.0.0.1:2525',
  oidcIssuer: 'http://127.0.0.1:3001',
};

function newFolder(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

/** The number of a process that has ended. */
function endedPid(): number {
  return spawnSync('true').pid;
}

describe('the addresses of what runs', () => {
  it('are found by other commands of the same data folder, and by this user alone', () => {
    const dataDir = newFolder('found');
    writeRunning(dataDir, addresses);
    expect(readRunning(dataDir)).toEqual(addresses);
    expect(statSync(join(dataDir, 'run.json')).mode & 0o777).toBe(0o600);
    removeRunning(dataDir);
    expect(readRunning(dataDir)).toBeUndefined();
  });

  it('count for nothing when the process that wrote them was killed', () => {
    const dataDir = newFolder('killed');
    writeRunning(dataDir, addresses);
    const run = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as object;
    writeFileSync(join(dataDir, 'run.json'), JSON.stringify({ ...run, pid: endedPid() }));
    expect(readRunning(dataDir)).toBeUndefined();
  });

  it('yield to those the environment names', () => {
    const dataDir = newFolder('environment');
    writeRunning(dataDir, addresses);
    const config = loadConfig({ TASLIM_DATA: dataDir, TEMPORAL_ADDRESS: 'cluster:7233' });
    expect(resolveConnections(config)).toEqual({ ...addresses, temporalAddress: 'cluster:7233' });
  });

  it('are not invented: with nothing running the person is told to start', () => {
    const config = loadConfig({ TASLIM_DATA: newFolder('nothing') });
    expect(() => resolveConnections(config)).toThrow(UserError);
    expect(() => resolveConnections(config)).toThrow(/nothing is running/);
  });
});

describe('the lock of a data folder', () => {
  it('lets one process in, until it gives the folder free', () => {
    const dataDir = newFolder('lock');
    const unlock = lockFolder(dataDir);
    expect(() => lockFolder(dataDir)).toThrow(/already run from .* \(process \d+\)/);
    unlock();
    expect(() => lockFolder(dataDir)()).not.toThrow();
  });

  it('is taken over from a process that is gone, even when its number lives again', () => {
    const dataDir = newFolder('gone');
    writeFileSync(join(dataDir, 'embedded.lock'), `${endedPid()} 1`);
    lockFolder(dataDir)();
    writeFileSync(join(dataDir, 'embedded.lock'), `${process.pid} another start time`);
    expect(() => lockFolder(dataDir)()).not.toThrow();
  });
});
