import { buildCalendar } from './build-calendar';
import type { CalendarCode, Calendars, WorkingCalendar } from './calendar';
import { allShippedDays, shippedYears } from './shipped-days';

const made = new Map<CalendarCode, WorkingCalendar>();

/** The calendars as shipped, for use without a register. No provincial closure is shipped: a province keeps the whole's. */
export const shippedCalendars: Calendars = (code, province) => {
  const whole = made.get(code) ?? buildCalendar(code, null, allShippedDays(code), shippedYears);
  made.set(code, whole);
  return province === null ? whole : { ...whole, province };
};
