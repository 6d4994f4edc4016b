import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from './errors';
import { sendSignal } from './processes';

const lastLogLines = 3;

export interface ServiceCommand {
  /** Its name for people: "PostgreSQL". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Output is appended here, so that the service never waits for a reader. */
  readonly logFile: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly cwd?: string;
  /** Called when the service ends without having been asked to. */
  readonly onUnexpectedEnd?: (line: string) => void;
}

export interface ServiceProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with the line that says how. */
  readonly ended: Promise<string>;
  /** Sends `signal` and waits; after `graceMs` sends SIGKILL. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<void>;
}

/**
 * Starts a long-lived service in a process group of its own: Ctrl-C in the terminal reaches only this process, which
 * then stops its services in order.
 * @throws UserError when the command cannot be started.
 */
export async function startService(service: ServiceCommand): Promise<ServiceProcess> {
  mkdirSync(dirname(service.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(service.logFile, 'a', 0o600);
  const child = spawn(service.command, service.args, {
    detached: true,
    stdio: ['ignore', log, log],
    ...service.user,
    ...(service.cwd === undefined ? {} : { cwd: service.cwd }),
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) =>
      reject(
        new UserError(
          `${service.name} does not start: ${error.message}`,
          'Check the installation with npm ci',
          { cause: error },
        ),
      ),
    );
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${service.name} has no process number`);

  let asked = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      const line = `${service.name} ended (${signal ?? `exit code ${code}`}): ${tail(service.logFile)}`;
      if (!asked) service.onUnexpectedEnd?.(line);
      resolve(line);
    });
  });
  return {
    pid,
    ended,
    async stop(signal, graceMs) {
      asked = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      sendSignal(pid, signal);
      const killer = setTimeout(() => sendSignal(pid, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(killer);
    },
  };
}

/** The last lines of a log, as one. */
function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-lastLogLines).join(' | ');
  } catch {
    return `its log ${file} is gone`;
  }
}
