import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../../calendar/calendar';
import { CalendarYearUnknownError, withBareYears } from '../../calendar/unknown-year';
import { deviationsWithin, isWeekend, isWorkingDay, previousWorkingDay } from '../../calendar/working-days';
import type { ParsedClockInput } from './clock-input';
import type { ReasoningStep } from './clock-terms';
import type { Limit } from './limit';
import { step } from './reasoning';
import { type OnUnknownYear, unknownYearStep, weekendsOnlyStep } from './unknown-year';

/** What is told of custody in days (class B) beside its last day, which neither of them moves. */
export interface CustodyDays {
  /** The day that would be the last if the day of the trigger counted, where that is an earlier one. */
  readonly stricter: Temporal.PlainDate | null;
  /** The last working day on or before the last day, and after the trigger: the last chance to reach an office. */
  readonly lastWorking: Temporal.PlainDate | null;
  readonly steps: readonly ReasoningStep[];
}

const nothing: CustodyDays = { stricter: null, lastWorking: null, steps: [] };

export function custodyDaysOf(
  input: ParsedClockInput,
  calendar: WorkingCalendar | null,
  limit: Limit,
  onUnknownYear: OnUnknownYear,
): CustodyDays {
  if (input.rule.class !== 'B' || limit.lastDay === null) return nothing;
  const stricter = stricterDay(input, limit);
  const office = calendar === null ? null : lastWorkingDay(limit.lastDay, calendar, onUnknownYear);
  const lastWorking = office !== null && isFrom(input.trigger.day, office.day) ? office.day : null;
  return {
    stricter,
    lastWorking,
    steps: [
      ...(stricter === null ? [] : [step('stricter-count', { date: stricter.toString() })]),
      ...(office?.steps ?? []),
      ...(lastWorking === null || calendar === null ? [] : beforeSteps(lastWorking, limit.lastDay, calendar)),
    ],
  };
}

/** Which day it is where the last day is none, and the expected holidays that it would be another without. */
function beforeSteps(
  lastWorking: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
  calendar: WorkingCalendar,
): readonly ReasoningStep[] {
  if (lastWorking.equals(lastDay)) return [];
  const expected = deviationsWithin(lastWorking.add({ days: 1 }), lastDay, calendar).filter(
    ({ date, standing }) => standing === 'expected' && !isWeekend(Temporal.PlainDate.from(date), calendar),
  );
  return [
    step('last-working-day-before', { date: lastWorking.toString() }),
    ...expected.map(({ date, occasion }) => step('rests-on-expected', { date, occasion })),
  ];
}

/** A day earlier than what was counted; not where working days are counted, which may begin on none. */
function stricterDay({ rule }: ParsedClockInput, limit: Limit): Temporal.PlainDate | null {
  if (rule.includeFirstDay || rule.unit === 'working-day') return null;
  const { countedLastDay, lastDay } = limit;
  if (countedLastDay === null || lastDay === null) return null;
  const stricter = countedLastDay.subtract({ days: 1 });
  return Temporal.PlainDate.compare(stricter, lastDay) < 0 ? stricter : null;
}

function isFrom(first: Temporal.PlainDate, day: Temporal.PlainDate | null): boolean {
  return day !== null && Temporal.PlainDate.compare(first, day) <= 0;
}

/** The date stands whether or not the calendar knows its year: what is not known is left out or said. */
function lastWorkingDay(
  lastDay: Temporal.PlainDate,
  calendar: WorkingCalendar,
  onUnknownYear: OnUnknownYear,
): { day: Temporal.PlainDate | null; steps: readonly ReasoningStep[] } {
  try {
    return { day: onOrBefore(lastDay, calendar), steps: [] };
  } catch (error) {
    if (!(error instanceof CalendarYearUnknownError)) throw error;
    if (onUnknownYear === 'refuse') return { day: null, steps: [unknownYearStep(error)] };
    return { day: onOrBefore(lastDay, withBareYears(calendar)), steps: [weekendsOnlyStep(error)] };
  }
}

function onOrBefore(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return isWorkingDay(day, calendar) ? day : previousWorkingDay(day, calendar);
}
