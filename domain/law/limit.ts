import { Temporal } from 'temporal-polyfill';
import type { ParsedClockInput } from './clock-input';
import { ClockInputError } from './errors';
import { countedLastDay, rolledDay } from './last-day';
import type { RuleRecord } from './rule-record';

/** The end of a limit. `lastDay` is null when the limit is over within a day, after a number of hours. */
export interface Limit {
  readonly over: Temporal.ZonedDateTime;
  readonly lastDay: Temporal.PlainDate | null;
}

/**
 * The limit to obey: the earlier of the rule's own and the date the other side set. That date stands as set
 * and never rolls.
 * @throws ClockInputError `limit-date-missing` when there is neither; `calendar-missing`, see `countedLastDay`.
 */
export function limitToObey({ rule, start, limitDate }: ParsedClockInput): Limit {
  const set = limitDate === null ? null : throughDay(limitDate, start.timeZoneId);
  const own = ownLimit(rule, start);
  if (own === null) {
    if (set === null) throw new ClockInputError('limit-date-missing', rule.id);
    return set;
  }
  return set !== null && Temporal.ZonedDateTime.compare(set.over, own.over) < 0 ? set : own;
}

function ownLimit(rule: RuleRecord, start: Temporal.ZonedDateTime): Limit | null {
  if (rule.amount === null) return null;
  // Hours of a ZonedDateTime are elapsed hours: a switch of summer time neither adds nor takes one.
  if (rule.unit === 'hour') return { over: start.add({ hours: rule.amount }), lastDay: null };
  const lastDay = countedLastDay(rule, start);
  return lastDay === null ? null : throughDay(rolledDay(rule, lastDay, start.timeZoneId), start.timeZoneId);
}

function throughDay(lastDay: Temporal.PlainDate, zone: string): Limit {
  return { over: lastDay.add({ days: 1 }).toZonedDateTime(zone), lastDay };
}
