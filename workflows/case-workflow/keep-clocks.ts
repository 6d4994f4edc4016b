import { ApplicationFailure, condition, log, uuid4 } from '@temporalio/workflow';
import type { CaseState } from '../../domain/case/state';
import type { CaseHost } from './case-host';

/** The earliest instant, in ms since the epoch, at which a running clock has something to say; null when none has. */
export function nextThreshold(state: CaseState): number | null {
  let earliest: string | null = null;
  for (const clock of Object.values(state.clocks)) {
    if (clock.status !== 'running' || !clock.terms) continue;
    const { warnings, dueAt } = clock.terms;
    const next = warnings.find((warning) => !clock.passed.includes(warning.code))?.at ?? dueAt;
    if (earliest === null || next < earliest) earliest = next;
  }
  return earliest === null ? null : Date.parse(earliest);
}

/**
 * The one clock keeper of a case: one timer at a time, for the earliest threshold of all its clocks. Returns when
 * `done` says so. A failed round waits for the next change instead of turning in a circle.
 */
export async function keepClocks(host: CaseHost, done: () => boolean): Promise<void> {
  let failedAtSeq = -1;
  while (!done()) {
    const wakeAt = thresholdOf(host, failedAtSeq);
    const changed = () => done() || thresholdOf(host, failedAtSeq) !== wakeAt;
    if (wakeAt === null) await condition(changed);
    else if (!(await waitUntil(wakeAt, changed))) failedAtSeq = await reach(host);
  }
}

function thresholdOf(host: CaseHost, failedAtSeq: number): number | null {
  return host.state && host.state.seq !== failedAtSeq ? nextThreshold(host.state) : null;
}

/** True when the condition came first, false when the time did. */
async function waitUntil(instantMs: number, changed: () => boolean): Promise<boolean> {
  const remainingMs = instantMs - Date.now();
  return remainingMs > 0 ? condition(changed, remainingMs) : false;
}

/** @returns -1, or the sequence number at which nothing could be done */
async function reach(host: CaseHost): Promise<number> {
  const before = host.state?.seq ?? 0;
  try {
    const { seq } = await host.execute({ type: 'timeReached', commandId: uuid4() });
    return seq === before ? before : -1;
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    log.error('a clock could not be advanced', { code: error.message });
    return host.state?.seq ?? before;
  }
}
