import { buildCalendar } from '../../../domain/calendar/build-calendar';
import type { CalendarCode, CalendarDay, WorkingCalendar } from '../../../domain/calendar/calendar';
import { day } from './day';

/** A calendar that knows these days and no others, from 1900 to 2200. */
export function calendarWith(code: CalendarCode, ...days: readonly CalendarDay[]): WorkingCalendar {
  const rows = days.map((row) => ({ ...row, calendar: code }));
  return buildCalendar(code, null, rows, { from: 1900, to: 2200 });
}

export function holiday(date: string): CalendarDay {
  return day({ date });
}

/** A lunar date that nobody has confirmed. */
export function expected(date: string): CalendarDay {
  return day({ date, standing: 'expected', occasion: 'eid-al-fitr' });
}

/** A day of the weekend on which work was ordered. */
export function workingDay(date: string): CalendarDay {
  return day({ date, kind: 'working-day', occasion: 'order of the Cabinet' });
}
