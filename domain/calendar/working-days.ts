import type { Temporal } from 'temporal-polyfill';
import type { CalendarDay, WorkingCalendar } from './calendar';
import { labelOfCalendar } from './calendar-label';
import { CalendarYearUnknownError } from './unknown-year';
import { DAY_MS, isoDateOf, utcDay } from './utc-day';

/**
 * Whether work is done in `calendar` on `date`.
 * @throws CalendarYearUnknownError as every function here, when it would have to ask for a day of an unknown year.
 */
export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return works(utcDay(date), calendar);
}

/** The first working day strictly after `date`. */
export function nextWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return date.add({ days: distance(date, 1, 1, calendar) });
}

/** The last working day strictly before `date`. */
export function previousWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return date.subtract({ days: distance(date, 1, -1, calendar) });
}

/**
 * The `count`-th working day after `date`; `date` itself is not counted, and is returned when `count` is 0.
 * @throws RangeError when `count` is negative or not a whole number.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of working days: ${count}`);
  return count === 0 ? date : date.add({ days: distance(date, count, 1, calendar) });
}

/** What deviates from the weekday from `first` to `last`, both included, in the order of time. */
export function deviationsWithin(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  calendar: WorkingCalendar,
): readonly CalendarDay[] {
  const found: CalendarDay[] = [];
  if (calendar.days.size === 0) return found;
  const end = utcDay(last);
  for (let at = utcDay(first); at <= end; at += DAY_MS) {
    const day = calendar.days.get(isoDateOf(at));
    if (day !== undefined) found.push(day);
  }
  return found;
}

/** Whether `date` is a day of the weekend, whatever else it is. */
export function isWeekend(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.weekend.includes(date.dayOfWeek);
}

/** How many days it is from `date` to the `count`-th working day after it, or before it where `direction` is -1. */
function distance(
  date: Temporal.PlainDate,
  count: number,
  direction: 1 | -1,
  calendar: WorkingCalendar,
): number {
  // Counting days needs no calendar arithmetic, and a PlainDate a day would take most of the time of a due date.
  const start = utcDay(date);
  let days = 0;
  for (let counted = 0; counted < count; ) {
    days += 1;
    if (works(start + direction * days * DAY_MS, calendar)) counted += 1;
  }
  return days;
}

function works(ms: number, calendar: WorkingCalendar): boolean {
  const day = new Date(ms);
  const year = day.getUTCFullYear();
  const { from, to } = calendar.knownYears;
  if (year < from || year > to)
    throw new CalendarYearUnknownError(labelOfCalendar(calendar.code, calendar.province), year);
  const deviation = calendar.days.get(isoDateOf(ms));
  if (deviation !== undefined) return deviation.kind === 'working-day';
  return !calendar.weekend.includes(day.getUTCDay() || 7);
}
