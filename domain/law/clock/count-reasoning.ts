import type { Temporal } from 'temporal-polyfill';
import { deviationsWithin } from '../../calendar/working-days';
import type { Period } from '../rule-record';
import type { Moment } from './clock-input';
import type { ReasoningStep } from './clock-terms';
import type { End } from './end';
import type { Count } from './last-day';
import { step } from './reasoning';
import { holidaysSkipped } from './roll';
import { utc } from './zone-time';

/** How a period was counted from a moment to its end. */
export function countReasoning(
  period: Period,
  from: Moment,
  end: End,
  count: Count,
): readonly ReasoningStep[] {
  const { amount, unit } = period;
  if (end.lastDay === null)
    return [step('hours-counted', { count: amount, from: utc(from.at), ...endParams(end, count.zone) })];
  const { lastDay } = end;
  const first = count.includeFirstDay ? 'first-day-counted' : 'first-day-excluded';
  return [
    step(first, { date: from.day.toString() }),
    step('last-day', { count: amount, unit, date: lastDay.toString(), weekday: lastDay.dayOfWeek }),
    ...shortMonth(period, from.day, lastDay, count),
    ...skipped(period, from.day, lastDay, count),
  ];
}

/** What an end is in a reasoning: a date, or an instant with the zone in which to tell it. */
export function endParams(end: End, zone: string): Readonly<Record<string, string>> {
  return end.lastDay === null ? { to: utc(end.over), zone } : { to: end.lastDay.toString() };
}

function shortMonth(
  { unit }: Period,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  { includeFirstDay }: Count,
): readonly ReasoningStep[] {
  // Every month has 28 days.
  if ((unit !== 'month' && unit !== 'year') || first.day <= 28) return [];
  const corresponding = includeFirstDay ? last.add({ days: 1 }) : last;
  return corresponding.day === first.day ? [] : [step('month-has-no-such-day', { day: first.day })];
}

function skipped(
  { unit }: Period,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  { calendar, includeFirstDay }: Count,
): readonly ReasoningStep[] {
  if (unit !== 'working-day' || calendar === null) return [];
  const from = includeFirstDay ? first : first.add({ days: 1 });
  return holidaysSkipped(deviationsWithin(from, last, calendar), calendar);
}
