import type { Temporal } from 'temporal-polyfill';

/** Whose weekend and holidays decide: Iraq (federal), the Kurdistan Region, Sweden. */
export type CalendarCode = 'IQ' | 'IQ-KR' | 'SE';

/** Public holidays as ISO dates, e.g. '2026-03-21'. */
export type Holidays = ReadonlySet<string>;

const NO_HOLIDAYS: Holidays = new Set();

// ISO weekday numbers: 1 is Monday, 7 is Sunday.
const WEEKENDS: Record<CalendarCode, readonly number[]> = {
  IQ: [5, 6],
  'IQ-KR': [5, 6],
  SE: [6, 7],
};

/** Whether `date` is neither weekend nor holiday in `calendar`. */
export function isWorkingDay(
  date: Temporal.PlainDate,
  calendar: CalendarCode,
  holidays: Holidays = NO_HOLIDAYS,
): boolean {
  if (WEEKENDS[calendar].includes(date.dayOfWeek)) return false;
  return holidays.size === 0 || !holidays.has(date.toString());
}

/** The first working day strictly after `date`. */
export function nextWorkingDay(
  date: Temporal.PlainDate,
  calendar: CalendarCode,
  holidays: Holidays = NO_HOLIDAYS,
): Temporal.PlainDate {
  let day = date.add({ days: 1 });
  while (!isWorkingDay(day, calendar, holidays)) day = day.add({ days: 1 });
  return day;
}

/** The last working day strictly before `date`. */
export function previousWorkingDay(
  date: Temporal.PlainDate,
  calendar: CalendarCode,
  holidays: Holidays = NO_HOLIDAYS,
): Temporal.PlainDate {
  let day = date.subtract({ days: 1 });
  while (!isWorkingDay(day, calendar, holidays)) day = day.subtract({ days: 1 });
  return day;
}

/**
 * The `count`-th working day after `date`; `date` itself is not counted, and is returned when `count` is 0.
 * @throws RangeError when `count` is negative or not a whole number.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  count: number,
  calendar: CalendarCode,
  holidays: Holidays = NO_HOLIDAYS,
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of working days: ${count}`);
  let day = date;
  for (let counted = 0; counted < count; counted += 1) day = nextWorkingDay(day, calendar, holidays);
  return day;
}
