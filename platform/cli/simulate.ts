import type { Config } from '../config';
import { abortOnSignal } from '../shutdown';
import type { Branch } from '../simulate/branches';
import { calendarOf } from '../simulate/calendar';
import { calendarText } from '../simulate/calendar-text';
import { playBranch } from '../simulate/play-branch';
import { withStage } from '../simulate/stage';

/** At most one branch; none is the way in which everything is granted. */
export interface SimulateOptions {
  readonly refused?: boolean;
  readonly notTakenOver?: boolean;
  readonly expired?: boolean;
  readonly json?: boolean;
}

/**
 * Plays the sample case in skipped time, from today on, and prints its calendar, alone on standard output. Touches no
 * installation and leaves nothing running, at Ctrl-C neither.
 */
export async function run(config: Config, options: SimulateOptions): Promise<void> {
  const report = (line: string) => console.error(line);
  const signal = abortOnSignal();
  const branch = branchOf(options);
  const calendar = await withStage({ config, report, signal }, async ({ context, time }) =>
    calendarOf(context.prisma, branch, await playBranch(context, time, branch, report, signal)),
  );
  console.log(options.json ? JSON.stringify(calendar, null, 2) : calendarText(calendar));
}

function branchOf({ refused, notTakenOver, expired }: SimulateOptions): Branch {
  if (refused) return 'refused';
  if (notTakenOver) return 'not-taken-over';
  return expired ? 'expired' : 'granted';
}
