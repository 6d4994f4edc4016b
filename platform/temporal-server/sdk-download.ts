import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command';
import { cliVersion } from './versions';

/** Longer than a slow line needs; ends a download that no longer moves. */
const downloadTimeoutMs = 15 * 60_000;

export type Downloadable = 'cli' | 'test-server';

export interface FetchOptions {
  readonly report: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lets the Temporal SDK download a server into `folder` (and start it once, which proves that it runs here). It runs
 * in a process of its own, because the SDK's runtime takes over the signals of the process it is loaded into.
 * Returns the executable, or undefined where the download is not possible.
 */
export async function downloadBySdk(
  what: Downloadable,
  folder: string,
  options: FetchOptions,
): Promise<string | undefined> {
  const script = join(__dirname, 'sdk-download-process.ts');
  const version = what === 'cli' ? `v${cliVersion}` : 'default';
  const outcome = await runCommand(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), script, what, folder, version],
    {
      label: 'downloading',
      timeoutMs: downloadTimeoutMs,
      ...options,
    },
  );
  const [file] = readdirSync(folder);
  return outcome.kind === 'done' && file !== undefined ? join(folder, file) : undefined;
}
