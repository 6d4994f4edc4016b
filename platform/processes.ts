import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './errors';

const pollMs = 50;

/** The command line of a living process, words separated by spaces; undefined when it has ended (or is a zombie). */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const text = readOrUndefined(`/proc/${pid}/cmdline`)?.split('\0').join(' ').trim();
    return text === '' ? undefined : text;
  }
  return ps(pid, 'command=');
}

/**
 * What tells this process from a later one that was given the same number: the time it started. Undefined when it
 * has ended.
 */
export function startTime(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const afterName = readOrUndefined(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  const [state, started] = [afterName?.[0], afterName?.[19]];
  return state === 'Z' ? undefined : started;
}

/** Waits until the process has ended; false when it still lives after `timeoutMs`. */
export async function untilEnded(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (commandLine(pid) !== undefined) {
    if (Date.now() > deadline) return false;
    await delay(pollMs);
  }
  return true;
}

/** Sends a signal; a process that has just ended is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim() === '' ? undefined : text.trim();
  } catch {
    return undefined;
  }
}
