import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, previousWorkingDay } from '../calendar/working-days';
import { calendarOf, countedLastDay } from './last-day';
import type { Limit } from './limit';
import type { RuleRecord } from './rule-record';

interface Warning {
  readonly code: string;
  readonly at: Temporal.ZonedDateTime;
}

/**
 * The warnings of a limit after its trigger and before it is over, in the order of time, one an instant.
 * Days before are days of the zone, hours before are elapsed hours.
 */
export function warningsOf(
  rule: RuleRecord,
  start: Temporal.ZonedDateTime,
  limit: Limit,
): readonly Warning[] {
  // Those of the custody days come first: where two fall together they say more than 'one day left'.
  const candidates = [
    ...custodyDayWarnings(rule, start, limit),
    ...rule.warnBefore.map(({ code, before }) => ({ code, at: limit.over.subtract(before) })),
  ];
  const byInstant = new Map<number, Warning>();
  for (const warning of candidates) {
    const at = warning.at.epochMilliseconds;
    const runs = at > start.epochMilliseconds && at < limit.over.epochMilliseconds;
    if (runs && !byInstant.has(at)) byInstant.set(at, warning);
  }
  return [...byInstant.values()].sort((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at));
}

/** Class B only: the stricter count, and the last chance to reach an office that is open. */
function custodyDayWarnings(rule: RuleRecord, start: Temporal.ZonedDateTime, limit: Limit): Warning[] {
  if (rule.class !== 'B' || limit.lastDay === null) return [];
  return [
    ...firstDayIncluded(rule, start, limit.lastDay),
    ...lastWorkingDay(rule, start.timeZoneId, limit.lastDay),
  ];
}

/** The start of the day that would be the last if the day of the trigger counted, where that is an earlier one. */
function firstDayIncluded(
  rule: RuleRecord,
  start: Temporal.ZonedDateTime,
  lastDay: Temporal.PlainDate,
): Warning[] {
  const stricter = countedLastDay(rule, start, true);
  if (stricter === null || Temporal.PlainDate.compare(stricter, lastDay) >= 0) return [];
  return [{ code: 'first-day-included', at: stricter.toZonedDateTime(start.timeZoneId) }];
}

/** 09:00 on the last working day on or before the last day; nothing where no calendar is known. */
function lastWorkingDay(rule: RuleRecord, zone: string, lastDay: Temporal.PlainDate): Warning[] {
  const calendar = calendarOf(rule, zone);
  if (calendar === null) return [];
  const day = isWorkingDay(lastDay, calendar) ? lastDay : previousWorkingDay(lastDay, calendar);
  return [{ code: 'last-working-day', at: day.toZonedDateTime({ timeZone: zone, plainTime: { hour: 9 } }) }];
}
