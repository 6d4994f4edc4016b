import { isToBeJudged, keepingFact } from '../../domain/case/state';
import type { Draft } from './draft';
import { clocksOfStep } from './service-level';

/** Closes a step and settles the clocks that measured its being open, as of `at` (ISO 8601 in UTC). */
export function closeStep(draft: Draft, key: string, outcome: string, at: string): void {
  for (const clock of clocksOfStep(draft, key)) settleClock(draft, clock, at);
  draft.add({ type: 'stepClosed', key, outcome });
}

/** Judges a clock by the instant of what should keep it. One that began in the same moment had no time to run. */
export function settleClock(draft: Draft, key: string, at: string): void {
  const terms = draft.state.clocks[key]?.terms ?? null;
  if (terms === null) draft.add({ type: 'clockStopped', key });
  else draft.add({ type: 'clockMet', key, at, inTime: at < terms.dueAt });
}

/** Judges the limits that recorded facts keep, also those that were thought to have passed. */
export function settleKeptClocks(draft: Draft): void {
  for (const [key, clock] of Object.entries(draft.state.clocks)) {
    const fact = isToBeJudged(draft.state, clock) ? keepingFact(draft.state, clock.keptBy) : null;
    if (fact) settleClock(draft, key, fact.occurredAt);
  }
}
