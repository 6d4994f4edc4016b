import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../../calendar/calendar';
import { deviationsWithin, isWeekend, isWorkingDay, nextWorkingDay } from '../../calendar/working-days';
import type { RuleRecord } from '../rule-record';
import type { ReasoningStep } from './clock-terms';
import type { End } from './end';
import { step } from './reasoning';

/** Whether a rule moves a last day that is no working day. Custody limits (A, B) never do, whatever the record says. */
export function rolls(rule: RuleRecord): boolean {
  return rule.roll === 'next-working' && rule.class !== 'A' && rule.class !== 'B';
}

/** The end as its rule moves it. Where no calendar is known the earlier day stands: obeying it is never too late. */
export function rolled(end: End, rule: RuleRecord, calendar: WorkingCalendar | null): End {
  if (end.lastDay === null || !rolls(rule) || calendar === null) return end;
  return isWorkingDay(end.lastDay, calendar) ? end : { lastDay: nextWorkingDay(end.lastDay, calendar) };
}

/** Why the end was moved or was not. */
export function rollReasoning(
  counted: End,
  end: End,
  rule: RuleRecord,
  calendar: WorkingCalendar | null,
): readonly ReasoningStep[] {
  if (rule.class === 'A' || rule.class === 'B') return [step('not-moved-custody')];
  if (counted.lastDay === null || end.lastDay === null) return [];
  if (!rolls(rule)) return [step('not-moved-by-rule')];
  if (calendar === null) return [step('not-moved-no-calendar')];
  // A count of working days ends on one.
  if (end === counted) return rule.unit === 'working-day' ? [] : [step('not-moved-working-day')];
  return movedReasoning(counted.lastDay, end.lastDay, calendar);
}

function movedReasoning(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar) {
  const met = deviationsWithin(from, to, calendar);
  const kept = calendar.days.get(from.toString());
  const why = kept === undefined || isWeekend(from, calendar) ? 'weekend' : 'holiday';
  const moved = { from: from.toString(), to: to.toString(), why, occasion: kept?.occasion ?? '' };
  const others = met.filter((day) => day !== kept);
  return [step('rolled', moved), ...holidaysSkipped(others, calendar)];
}

/** The holidays that took a working day, of those that were met. */
export function holidaysSkipped(
  met: ReturnType<typeof deviationsWithin>,
  calendar: WorkingCalendar,
): readonly ReasoningStep[] {
  const dates = met
    .filter(({ kind, date }) => kind === 'holiday' && !calendar.weekend.includes(weekday(date)))
    .map(({ date }) => date);
  return dates.length === 0 ? [] : [step('holidays-skipped', { count: dates.length, list: dates.join(',') })];
}

function weekday(isoDate: string): number {
  return new Date(isoDate).getUTCDay() || 7;
}
