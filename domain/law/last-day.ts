import type { Temporal } from 'temporal-polyfill';
import { calendarOfZone } from '../calendar/calendar-of-zone';
import { addWorkingDays, type CalendarCode, isWorkingDay, nextWorkingDay } from '../calendar/working-days';
import { ClockInputError } from './errors';
import type { RuleRecord } from './rule-record';

/** The calendar that tells a rule's working days: its own, or that of the zone, or null where none is known. */
export function calendarOf(rule: RuleRecord, zone: string): CalendarCode | null {
  return rule.calendar ?? calendarOfZone(zone);
}

/**
 * The last day of the rule's own period, in the zone of `start`, before any roll; null if the rule counts
 * hours or has no amount. The day of the trigger is counted only with `includeFirstDay`. Weeks, months and
 * years end on the corresponding day, or on the last day of a month that has no such day.
 * @throws ClockInputError `calendar-missing` when working days are to be counted without a calendar.
 */
export function countedLastDay(
  rule: RuleRecord,
  start: Temporal.ZonedDateTime,
  includeFirstDay = rule.includeFirstDay,
): Temporal.PlainDate | null {
  const { amount, unit } = rule;
  if (amount === null) return null;
  const firstDay = start.toPlainDate();
  const days = includeFirstDay ? 1 : 0;
  switch (unit) {
    case 'hour':
      return null;
    case 'working-day': {
      const calendar = calendarOf(rule, start.timeZoneId);
      if (calendar === null) throw new ClockInputError('calendar-missing', start.timeZoneId);
      return addWorkingDays(firstDay.subtract({ days }), amount, calendar);
    }
    case 'day':
      return firstDay.add({ days: amount - days });
    case 'week':
      return firstDay.add({ weeks: amount }).subtract({ days });
    case 'month':
      return firstDay.add({ months: amount }).subtract({ days });
    case 'year':
      return firstDay.add({ years: amount }).subtract({ days });
  }
}

/** `day`, or the next working day if it is none. Custody limits (A, B) never roll, whatever the record says. */
export function rolledDay(rule: RuleRecord, day: Temporal.PlainDate, zone: string): Temporal.PlainDate {
  if (rule.roll === 'none' || rule.class === 'A' || rule.class === 'B') return day;
  const calendar = calendarOf(rule, zone);
  // Where no calendar is known the earlier day stands: obeying it is never too late.
  if (calendar === null || isWorkingDay(day, calendar)) return day;
  return nextWorkingDay(day, calendar);
}
