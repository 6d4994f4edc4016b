import type { Temporal } from 'temporal-polyfill';
import type { CalendarDay, WorkingCalendar } from '../../calendar/calendar';
import { deviationsWithin } from '../../calendar/working-days';
import { countsWorkingDays } from './clock-calendar';
import type { ParsedClockInput } from './clock-input';
import { type Limit, limitToObey } from './limit';

/** The expected days, confirmed by nobody yet, that the due date would be another without; in the order of time. */
export function restsOnExpected(
  input: ParsedClockInput,
  calendar: WorkingCalendar | null,
  limit: Limit,
): readonly CalendarDay[] {
  if (calendar === null || limit.lastDay === null || !countsWorkingDays(input.rule)) return [];
  return expectedWithin(input.trigger.day, limit.lastDay, calendar).filter(
    (day) => limitToObey(input, without(day, calendar), 'pass-over').over !== limit.over,
  );
}

function expectedWithin(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  calendar: WorkingCalendar,
): readonly CalendarDay[] {
  return deviationsWithin(first, last, calendar).filter(({ standing }) => standing === 'expected');
}

function without({ date }: CalendarDay, calendar: WorkingCalendar): WorkingCalendar {
  const days = new Map(calendar.days);
  days.delete(date);
  return { ...calendar, days };
}
