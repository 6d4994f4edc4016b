import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../platform/errors';
import { cachedExecutable } from '../../platform/temporal-server/cached-executable';
import { hasSuitableServer, resolveTemporalCli } from '../../platform/temporal-server/cli';
import { resolveTestServer } from '../../platform/temporal-server/test-server';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const path = process.env.PATH;

afterEach(() => {
  process.env.PATH = path;
});

function executable(file: string, answer: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${answer}"\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('finding the Temporal CLI', () => {
  it('takes the one on the PATH first', async () => {
    process.env.PATH = dirname(
      executable(join(folder, 'new', 'temporal'), 'temporal version 1.6.0 (Server 1.30.0, UI 2.45.0)'),
    );
    expect(await resolveTemporalCli({ cacheDir: join(folder, 'unused'), report: () => {} })).toBe('temporal');
  });

  it('leaves one on the PATH that is too old, says so, and takes the one kept in the cache', async () => {
    process.env.PATH = dirname(
      executable(join(folder, 'old', 'temporal'), 'temporal version 0.13.0 (Server 1.24.1, UI 2.26.2)'),
    );
    const kept = executable(join(folder, 'cache', 'temporal-cli', 'v1.5.1', 'temporal'), 'kept');
    const lines: string[] = [];
    const found = await resolveTemporalCli({
      cacheDir: join(folder, 'cache'),
      report: (line) => lines.push(line),
    });
    expect(found).toBe(kept);
    expect(lines).toEqual([expect.stringContaining('too old')]);
  });

  it('reads the version of the server inside, also of a CLI built from source', () => {
    expect(hasSuitableServer('temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)')).toBe(true);
    expect(hasSuitableServer('temporal version 1.3.0 (Server 1.27.2, UI 2.36.0)')).toBe(false);
    expect(hasSuitableServer('something else')).toBe(false);
  });
});

describe('finding the test server', () => {
  it('takes the one that TASLIM_TEST_SERVER names, and refuses a name that leads nowhere', async () => {
    const options = { cacheDir: join(folder, 'unused'), report: () => {} };
    const testServer = executable(join(folder, 'test-server'), 'named');
    expect(await resolveTestServer({ ...options, testServer })).toBe(testServer);
    await expect(resolveTestServer({ ...options, testServer: '/nowhere' })).rejects.toThrow(UserError);
  });
});

describe('the cache of fetched programs', () => {
  const asked: string[] = [];
  const cannot = async (): Promise<undefined> => {
    asked.push('cannot');
  };
  const can = async (into: string): Promise<string> => {
    asked.push('can');
    return executable(join(into, 'made'), 'made');
  };
  const target = join(folder, 'fetched', 'v1', 'program');

  it('asks the sources in their order, and after one has answered never again', async () => {
    expect(await cachedExecutable(target, [cannot, can, cannot])).toBe(target);
    expect(await cachedExecutable(target, [cannot, can, cannot])).toBe(target);
    expect(asked).toEqual(['cannot', 'can']);
    expect(readFileSync(target, 'utf8')).toContain('made');
  });

  it('holds nothing half made when a source fails', async () => {
    const failing = join(folder, 'fetched', 'v2', 'program');
    const breaking = async (into: string): Promise<string> => {
      executable(join(into, 'half'), 'half');
      throw new UserError('cut off', 'Try again');
    };
    await expect(cachedExecutable(failing, [breaking])).rejects.toThrow('cut off');
    expect(readdirSync(dirname(failing))).toEqual([]);
  });
});
