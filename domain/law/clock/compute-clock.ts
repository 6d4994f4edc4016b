import type { Calendars, WorkingCalendar } from '../../calendar/calendar';
import { labelOfCalendar } from '../../calendar/calendar-label';
import { CalendarYearUnknownError, withBareYears } from '../../calendar/unknown-year';
import { calendarOf } from './clock-calendar';
import { type ParsedClockInput, parseClockInput } from './clock-input';
import type { ClockInput, ComputedClock, ReasoningStep } from './clock-terms';
import { warningsOf } from './clock-warnings';
import { custodyDaysOf } from './custody-days';
import { ClockInputError } from './errors';
import { limitToObey } from './limit';
import type { LateActs } from './own-limit';
import { step } from './reasoning';
import { restsOnExpected } from './rests-on-expected';
import { type OnUnknownYear, weekendsOnlyStep } from './unknown-year';
import { utc } from './zone-time';

export interface ClockOptions {
  /** `refuse`, unless said otherwise; `weekends-only` for one who must have a date, and says what it is. */
  readonly onUnknownYear?: OnUnknownYear;
  /** `refuse`, unless said otherwise. */
  readonly lateActs?: LateActs;
}

/**
 * When a limit is over, when to warn of it, and how that was found. Hours are elapsed hours. A limit in days or longer
 * is over at the start of the day after its last day, in `zone`. Acts prolong it or start it anew, in the order of
 * time. Of the rule's own limit and a date set by the other side the earlier is obeyed. Weekends and holidays move
 * classes C and D only, and only if the rule rolls.
 *
 * Depends on zone and holiday data, which differ between versions: not for workflow code.
 * @throws ClockInputError when the input does not give a limit; its `code` says why.
 */
export function computeClock(
  input: ClockInput,
  calendars: Calendars,
  options: ClockOptions = {},
): ComputedClock {
  const parsed = parseClockInput(input);
  const calendar = calendarOf(input, calendars);
  try {
    return clockOf(parsed, calendar, options);
  } catch (error) {
    if (!(error instanceof CalendarYearUnknownError) || calendar === null) throw error;
    if (options.onUnknownYear !== 'weekends-only') throw unknownYear(error);
    return weekendsOnlyClock(parsed, calendar, options, error);
  }
}

function weekendsOnlyClock(
  parsed: ParsedClockInput,
  calendar: WorkingCalendar,
  options: ClockOptions,
  why: CalendarYearUnknownError,
): ComputedClock {
  try {
    const clock = clockOf(parsed, withBareYears(calendar), options);
    return { ...clock, reasoning: [...clock.reasoning, weekendsOnlyStep(why)] };
  } catch (error) {
    throw error instanceof CalendarYearUnknownError
      ? new ClockInputError('year-out-of-range', `${error.year}`)
      : error;
  }
}

function unknownYear({ calendar, year }: CalendarYearUnknownError): ClockInputError {
  return new ClockInputError('calendar-year-unknown', `${calendar} ${year}`);
}

function clockOf(
  input: ParsedClockInput,
  calendar: WorkingCalendar | null,
  { onUnknownYear = 'refuse', lateActs = 'refuse' }: ClockOptions,
): ComputedClock {
  const limit = limitToObey(input, calendar, lateActs);
  const custody = custodyDaysOf(input, calendar, limit, onUnknownYear);
  const expected = restsOnExpected(input, calendar, limit);
  const steps: readonly ReasoningStep[] = expected.map(({ date, occasion }) =>
    step('rests-on-expected', { date, occasion }),
  );
  return {
    dueAt: utc(limit.over),
    lastDay: limit.lastDay?.toString() ?? null,
    warnings: warningsOf(input, limit, custody),
    reasoning: [...limit.steps, ...custody.steps, ...steps],
    calendar: calendar === null ? null : labelOfCalendar(calendar.code, calendar.province),
    restsOnExpected: expected.map(({ date }) => date),
  };
}
