import { join } from 'node:path';
import { childEnvironment } from '../config';
import { UserError } from '../errors';
import { ensureCacheFolder } from '../folders';
import { runCommand } from '../run-command';
import { cachedExecutable } from './cached-executable';
import { downloadBySdk, type FetchOptions } from './sdk-download';
import { cliModule, cliVersion, oldestServer } from './versions';

export interface ResolveOptions extends FetchOptions {
  readonly cacheDir: string;
}

const remedy =
  'Put the Temporal CLI on the PATH, or set TEMPORAL_ADDRESS to a running cluster, or install Go 1.23 or newer and start again';

/**
 * The Temporal CLI that can run the embedded server. The first of: `temporal` on the PATH, the cache, the SDK's
 * download, a build by Go (minutes on the first run; Go proves it against its checksum database). What was fetched
 * is kept in the cache and never fetched again.
 * @returns the name or absolute path to run
 * @throws UserError when none of these works here
 */
export async function resolveTemporalCli(options: ResolveOptions): Promise<string> {
  if (await suitableOnPath(options)) return 'temporal';
  ensureCacheFolder(options.cacheDir);
  const target = join(options.cacheDir, 'temporal-cli', `v${cliVersion}`, 'temporal');
  const found = await cachedExecutable(target, [
    (folder) => {
      options.report(`Temporal server: not on this machine yet; downloading version ${cliVersion}`);
      return downloadBySdk('cli', folder, options);
    },
    (folder) => {
      options.report(
        'Temporal server: the download is not reachable; building it with Go (some minutes, once)',
      );
      return buildWithGo(folder, options);
    },
  ]);
  if (found !== undefined) return found;
  throw new UserError('the Temporal server is not on this machine and Go is not installed', remedy);
}

async function suitableOnPath({ report, signal }: FetchOptions): Promise<boolean> {
  const outcome = await runCommand('temporal', ['--version'], {
    label: 'temporal --version',
    env: childEnvironment({}),
    signal,
  });
  if (outcome.kind !== 'done') return false;
  if (hasSuitableServer(outcome.stdout)) return true;
  report(`Temporal server: the one on the PATH is too old (${outcome.stdout.trim()}); looking further`);
  return false;
}

/** Whether the answer of `temporal --version` names a server that this product can use. */
export function hasSuitableServer(versionLine: string): boolean {
  const [, major, minor] = /\(Server (\d+)\.(\d+)\./.exec(versionLine) ?? [];
  if (major === undefined || minor === undefined) return false;
  const [oldestMajor, oldestMinor] = oldestServer;
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
}

async function buildWithGo(folder: string, options: FetchOptions): Promise<string | undefined> {
  const outcome = await runCommand('go', ['install', `${cliModule}@v${cliVersion}`], {
    label: 'Temporal server: building with Go',
    env: childEnvironment({ GOBIN: folder }),
    cwd: folder,
    ...options,
  });
  if (outcome.kind === 'failed') {
    throw new UserError(`Go could not build the Temporal server: ${outcome.reason}`, remedy);
  }
  return outcome.kind === 'done' ? join(folder, 'temporal') : undefined;
}
