import type { Calendars, WorkingCalendar } from '../../calendar/calendar';
import { calendarOfZone } from '../../calendar/calendar-of-zone';
import type { RuleRecord } from '../rule-record';
import type { ClockInput } from './clock-terms';
import { rolls } from './roll';

/** Whether the due date itself depends on working days, and not only a warning. */
export function countsWorkingDays(rule: RuleRecord): boolean {
  if (rule.amount === null) return false;
  const rollsDays = rolls(rule) && (rule.unit !== 'hour' || rule.extension !== null);
  return rule.unit === 'working-day' || rule.extension?.period.unit === 'working-day' || rollsDays;
}

/**
 * The calendar that a clock asks: the rule's own, else the owner's, else that of the zone; null where none is known or
 * none is asked. The province of the owner counts where the calendar is the owner's.
 */
export function calendarOf(
  { rule, zone, calendar: owners }: ClockInput,
  calendars: Calendars,
): WorkingCalendar | null {
  // The warning of the last working day asks too.
  if (rule.class !== 'B' && !countsWorkingDays(rule)) return null;
  const code = rule.calendar ?? owners?.code ?? calendarOfZone(zone);
  if (code === null) return null;
  return calendars(code, owners?.code === code ? owners.province : null);
}
