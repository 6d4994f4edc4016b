import { buildCalendar } from './build-calendar';
import { type CalendarCode, type Calendars, calendarCodes } from './calendar';
import { countedYears } from './unknown-year';

const bare = new Map(calendarCodes.map((code) => [code, bareCalendar(code, null)]));

/** Calendars that know no holiday in any year. */
export const weekendsOnly: Calendars = (code, province) =>
  (province === null ? bare.get(code) : undefined) ?? bareCalendar(code, province);

function bareCalendar(code: CalendarCode, province: string | null) {
  return buildCalendar(code, province, [], countedYears);
}
