import type { Temporal } from 'temporal-polyfill';
import { type ClockInput, parseClockInput } from './clock-input';
import { warningsOf } from './clock-warnings';
import { limitToObey } from './limit';

export type { ClockInput } from './clock-input';

export interface ClockWarning {
  readonly code: string;
  /** UTC instant, e.g. '2026-04-09T22:00:00.000Z'. */
  readonly at: string;
}

export interface ComputedClock {
  /** UTC instant at which the limit is over, e.g. '2026-04-10T22:00:00.000Z'. */
  readonly dueAt: string;
  /** The last day, in the zone of the clock; null when a number of hours decides. */
  readonly lastDay: string | null;
  /** In the order of time, one an instant, all after the trigger and before `dueAt`. */
  readonly warnings: readonly ClockWarning[];
}

/**
 * When a limit is over and when to warn of it. Hours are elapsed hours. A limit in days or longer is over at
 * the start of the day after its last day, in `zone`. Of the rule's own limit and a date set by the other
 * side the earlier is obeyed. Weekends move classes C and D only, and only if the rule rolls.
 *
 * Depends on time-zone data, which differs between versions: not for workflow code.
 * @throws ClockInputError when the input does not give a limit; its `code` says why.
 */
export function computeClock(input: ClockInput): ComputedClock {
  const parsed = parseClockInput(input);
  const limit = limitToObey(parsed);
  const warnings = warningsOf(parsed.rule, parsed.start, limit);
  return {
    dueAt: utc(limit.over),
    lastDay: limit.lastDay?.toString() ?? null,
    warnings: warnings.map(({ code, at }) => ({ code, at: utc(at) })),
  };
}

function utc(at: Temporal.ZonedDateTime): string {
  return at.toInstant().toString({ smallestUnit: 'millisecond' });
}
