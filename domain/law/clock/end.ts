import { Temporal } from 'temporal-polyfill';
import type { Period } from '../rule-record';
import type { Moment } from './clock-input';
import { type Count, checked, lastDayOf } from './last-day';
import { dayAt, HOUR_MS, refuseYear, startOfDay } from './zone-time';

/** Where a limit ends: with a last day, or at an instant (ms since the epoch) where hours decide. */
export type End =
  | { readonly lastDay: Temporal.PlainDate }
  | { readonly lastDay: null; readonly over: number };

/** When a limit is over: at the start of the day after its last day, or at its instant. */
export function overOf(end: End, zone: string): number {
  return end.lastDay === null ? end.over : startOfDay(end.lastDay, zone, 1);
}

/** The end of a period that runs from a moment. Hours are elapsed hours, whatever summer time does. */
export function endAfter(period: Period, from: Moment, count: Count): End {
  if (period.unit !== 'hour') return { lastDay: lastDayOf(period, from.day, count) };
  const over = from.at + checked(period).amount * HOUR_MS;
  refuseYear(new Date(over).getUTCFullYear(), `${period.amount} hours`);
  return { lastDay: null, over };
}

/** The end of a period that runs on from where another ended: the last day of that one is not counted again. */
export function endBeyond(period: Period, end: End, count: Count): End {
  const over = overOf(end, count.zone);
  const day = end.lastDay ?? dayAt(over, count.zone);
  return endAfter(period, { at: over, day }, { ...count, includeFirstDay: false });
}

/** The earlier of two ends. */
export function earlier(a: End, b: End, zone: string): End {
  return isBefore(b, a, zone) ? b : a;
}

/** Whether `a` is over before `b` is. */
export function isBefore(a: End, b: End, zone: string): boolean {
  if (a.lastDay !== null && b.lastDay !== null) return Temporal.PlainDate.compare(a.lastDay, b.lastDay) < 0;
  return overOf(a, zone) < overOf(b, zone);
}
