import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../../calendar/calendar';
import type { ParsedClockInput } from './clock-input';
import type { ReasoningStep } from './clock-terms';
import { type End, isBefore, overOf } from './end';
import { ClockInputError } from './errors';
import { type LateActs, ownLimit } from './own-limit';
import { step } from './reasoning';
import { rolled, rollReasoning } from './roll';
import { refuseYear } from './zone-time';

/** The end of a limit. `lastDay` is null when the limit is over within a day, after a number of hours. */
export interface Limit {
  /** Ms since the epoch. */
  readonly over: number;
  readonly lastDay: Temporal.PlainDate | null;
  /** The last day of the rule's own period before any roll, where it has one. */
  readonly countedLastDay: Temporal.PlainDate | null;
  readonly steps: readonly ReasoningStep[];
}

/**
 * The limit to obey: the earlier of the rule's own and the date the other side set. That date stands as set
 * and never rolls.
 * @throws ClockInputError `limit-date-missing` when there is neither; see `ownLimit`
 */
export function limitToObey(
  input: ParsedClockInput,
  calendar: WorkingCalendar | null,
  late: LateActs,
): Limit {
  const { rule, zone, limitDate } = input;
  const own = ownLimit(input, calendar, late);
  const set: End | null = limitDate === null ? null : { lastDay: limitDate };
  if (own === null) {
    if (set === null) throw new ClockInputError('limit-date-missing', rule.id);
    return limitOf(set, null, setReasoning(set, set), zone);
  }
  const end = rolled(own.end, rule, calendar);
  const obeyed = set !== null && isBefore(set, end, zone) ? set : end;
  const steps = [
    ...own.steps,
    ...rollReasoning(own.end, end, rule, calendar),
    ...(set === null ? [] : setReasoning(set, obeyed)),
  ];
  return limitOf(obeyed, own.end.lastDay, steps, zone);
}

function limitOf(
  end: End,
  countedLastDay: Temporal.PlainDate | null,
  steps: readonly ReasoningStep[],
  zone: string,
): Limit {
  const { lastDay } = end;
  if (lastDay !== null) refuseYear(lastDay.year, lastDay.toString());
  return { over: overOf(end, zone), lastDay, countedLastDay, steps };
}

function setReasoning(set: End, obeyed: End): readonly ReasoningStep[] {
  const date = set.lastDay?.toString() ?? '';
  return [step(set === obeyed ? 'set-by-other-side' : 'set-later-than-limit', { date })];
}
