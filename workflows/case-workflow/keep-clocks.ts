import { ActivityFailure, ApplicationFailure, condition, log, uuid4 } from '@temporalio/workflow';
import { type CaseState, isToBeJudged } from '../../domain/case/state';
import type { CaseHost } from './case-host';

/** How long the keeper rests after a round that changed nothing, or that the register refused. */
const restMs = 60_000;

/** The earliest instant, in ms since the epoch, at which a clock has something to say; null when none has. */
export function nextThreshold(state: CaseState): number | null {
  if (isAheadAgain(state)) return 0;
  let earliest: string | null = null;
  for (const clock of Object.values(state.clocks)) {
    if (isToBeJudged(state, clock)) return 0;
    if (clock.status !== 'running' || !clock.terms) continue;
    const { warnings, dueAt } = clock.terms;
    const next = warnings.find((warning) => !clock.passed.includes(warning.code))?.at ?? dueAt;
    if (earliest === null || next < earliest) earliest = next;
  }
  return earliest === null ? null : Date.parse(earliest);
}

/** A changed calendar has put a limit ahead of now that had passed: what was opened because of it is to be withdrawn. */
function isAheadAgain({ steps, clocks }: CaseState): boolean {
  const isAnswered = !Object.values(steps).some(({ kind, outcome }) => kind === 'expiry' && outcome === null);
  return (
    !isAnswered && !Object.values(clocks).some(({ status, settled }) => status === 'expired' && !settled)
  );
}

/**
 * The one clock keeper of a case: one timer at a time, for the earliest threshold of all its clocks. Returns when
 * `done` says so.
 */
export async function keepClocks(host: CaseHost, done: () => boolean): Promise<void> {
  const threshold = () => (host.state ? nextThreshold(host.state) : null);
  while (!done()) {
    const wakeAt = threshold();
    const changed = () => done() || threshold() !== wakeAt;
    if (wakeAt === null) await condition(changed);
    else if (!(await waitUntil(wakeAt, changed))) await reach(host, wakeAt, done);
  }
}

/** True when the condition came first, false when the time did. */
async function waitUntil(instantMs: number, changed: () => boolean): Promise<boolean> {
  const remainingMs = instantMs - Date.now();
  return remainingMs > 0 ? condition(changed, remainingMs) : false;
}

/**
 * Takes the command that time has come, as of the instant that was waited for: a timer may fire a moment early. A
 * round that changes nothing is followed by a rest, never by the next round at once.
 */
async function reach(host: CaseHost, wakeAtMs: number, done: () => boolean): Promise<void> {
  const before = host.state?.seq;
  const asOf = new Date(Math.max(wakeAtMs, Date.now())).toISOString();
  try {
    await host.execute({ type: 'timeReached', commandId: uuid4(), asOf });
  } catch (error) {
    if (!(error instanceof ApplicationFailure) && !(error instanceof ActivityFailure)) throw error;
    log.error('a clock could not be advanced', { code: error.message });
  }
  if (host.state?.seq === before) await condition(() => done() || host.state?.seq !== before, restMs);
}
