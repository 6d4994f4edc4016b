import { spawn } from 'node:child_process';
import { codeOf } from './errors';

/** How often a long command says that it still runs. */
const progressMs = 15_000;
const lastLines = 5;

export interface CommandOptions {
  /** What is being done, for the progress lines; none are given without `report`. */
  readonly label: string;
  readonly report?: ((line: string) => void) | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

export type CommandOutcome =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly output: string }
  | { readonly kind: 'missing' };

/**
 * Runs a command to its end without a shell. A command that is not installed gives `missing`; one that fails gives
 * what it said, and its last lines as the reason.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandOutcome> {
  const started = Date.now();
  const ticker = setInterval(() => {
    options.report?.(`${options.label}: ${Math.round((Date.now() - started) / 1000)} s so far`);
  }, progressMs);
  try {
    return await spawned(command, args, options);
  } finally {
    clearInterval(ticker);
  }
}

function spawned(command: string, args: readonly string[], options: CommandOptions): Promise<CommandOutcome> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  let stdout = '';
  let all = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    all += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      // EACCES: the PATH has a folder that this user may not enter, and no later one has the command.
      if (['ENOENT', 'EACCES'].includes(codeOf(error) ?? '')) resolve({ kind: 'missing' });
      else reject(error);
    });
    child.once('close', (code, signal) => {
      if (code === 0) resolve({ kind: 'done', stdout });
      else
        resolve({
          kind: 'failed',
          reason: lastWords(all) || `ended with ${signal ?? `exit code ${code}`}`,
          output: all,
        });
    });
  });
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-lastLines).join(' ').trim();
}
