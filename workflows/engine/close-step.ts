import type { Draft } from './draft';
import { clocksOfStep } from './service-level';

/** Closes a step and settles the clocks that measured its being open, as of `at` (ISO 8601 in UTC). */
export function closeStep(draft: Draft, key: string, outcome: string, at: string): void {
  for (const clock of clocksOfStep(draft, key)) meetClock(draft, clock, at);
  draft.add({ type: 'stepClosed', key, outcome });
}

/** Settles a clock: kept if `at` lies before its due date. Where that is not computed yet, the write step judges. */
export function meetClock(draft: Draft, key: string, at: string): void {
  const terms = draft.state.clocks[key]?.terms ?? null;
  draft.add({ type: 'clockMet', key, at, inTime: terms ? at < terms.dueAt : null });
}
