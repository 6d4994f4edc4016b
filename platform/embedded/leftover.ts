import { readFileSync } from 'node:fs';
import { UserError } from '../errors';
import { commandLine, sendSignal, untilEnded } from '../processes';

export interface Leftover {
  /** Its name for people. */
  readonly name: string;
  /** File whose first line is the process number. */
  readonly pidFile: string;
  /** A path that its command line names: proof that it is ours and not another process with the same number. */
  readonly path: string;
  /** Sent one after another, each with the milliseconds it is given to work. */
  readonly signals: readonly (readonly [NodeJS.Signals, number])[];
}

/**
 * Stops a service that outlived the process that started it (killed, or the machine's session ended), so that the
 * data is free for the new one.
 * @throws UserError when it does not end
 */
export async function stopLeftover(leftover: Leftover, report: (line: string) => void): Promise<void> {
  const pid = readPid(leftover.pidFile);
  if (pid === undefined || !commandLine(pid)?.includes(leftover.path)) return;
  report(`${leftover.name}: still running from an earlier start (process ${pid}); stopping it first`);
  for (const [signal, waitMs] of leftover.signals) {
    sendSignal(pid, signal);
    if (await untilEnded(pid, waitMs)) return;
  }
  throw new UserError(
    `${leftover.name} of an earlier start does not stop (process ${pid})`,
    'End that process and start again',
  );
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}
