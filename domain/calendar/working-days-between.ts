import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar';
import { CalendarYearUnknownError } from './unknown-year';
import { isWorkingDay } from './working-days';

/**
 * How many working days something took: those after the day of `from` up to and with the day of `to` (instants, ISO
 * 8601), in `zone`. 0 on the same day and where `to` comes first; null where the calendar does not know one of the
 * years.
 */
export function workingDaysBetween(
  from: string,
  to: string,
  zone: string,
  calendar: WorkingCalendar,
): number | null {
  const last = dayOf(to, zone);
  let count = 0;
  try {
    for (let day = dayOf(from, zone).add({ days: 1 }); isNotAfter(day, last); day = day.add({ days: 1 })) {
      if (isWorkingDay(day, calendar)) count += 1;
    }
  } catch (error) {
    if (error instanceof CalendarYearUnknownError) return null;
    throw error;
  }
  return count;
}

function dayOf(instant: string, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
}

function isNotAfter(day: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, last) <= 0;
}
