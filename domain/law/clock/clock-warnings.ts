import { Temporal } from 'temporal-polyfill';
import type { ParsedClockInput } from './clock-input';
import type { ClockWarning } from './clock-terms';
import type { CustodyDays } from './custody-days';
import type { Limit } from './limit';
import { HOUR_MS, hourOf, startOfDay, utc } from './zone-time';

interface Warning {
  readonly code: string;
  /** Ms since the epoch. */
  readonly at: number;
}

/**
 * The warnings of a limit after its trigger and before it is over, in the order of time, one an instant.
 * Days before are days of the zone, hours before are elapsed hours.
 */
export function warningsOf(
  { rule, trigger, zone }: ParsedClockInput,
  limit: Limit,
  custody: CustodyDays,
): readonly ClockWarning[] {
  // Those of the custody days come first: where two fall together they say more than 'one day left'.
  const candidates = [
    ...custodyWarnings(custody, zone),
    ...rule.warnBefore.map(({ code, before }) => ({ code, at: thresholdAt(before, limit, zone) })),
  ];
  const byInstant = new Map<number, Warning>();
  for (const warning of candidates) {
    const runs = warning.at > trigger.at && warning.at < limit.over;
    if (runs && !byInstant.has(warning.at)) byInstant.set(warning.at, warning);
  }
  return [...byInstant.values()].sort((a, b) => a.at - b.at).map(({ code, at }) => ({ code, at: utc(at) }));
}

/** The start of the last day of the stricter count, and 09:00 on the last working day. */
function custodyWarnings({ stricter, lastWorking }: CustodyDays, zone: string): readonly Warning[] {
  return [
    ...(stricter === null ? [] : [{ code: 'first-day-included', at: startOfDay(stricter, zone) }]),
    ...(lastWorking === null ? [] : [{ code: 'last-working-day', at: hourOf(lastWorking, 9, zone) }]),
  ];
}

const WHOLE = /^P(?:(\d+)D|T(\d+)H)$/;

/** Whole days and whole hours, which nearly all are, need no date with a zone to be taken off. */
function thresholdAt(before: string, { over, lastDay }: Limit, zone: string): number {
  const [, days, hours] = WHOLE.exec(before) ?? [];
  if (hours !== undefined) return over - Number(hours) * HOUR_MS;
  if (days !== undefined && lastDay !== null) return startOfDay(lastDay, zone, 1 - Number(days));
  return Temporal.Instant.fromEpochMilliseconds(over).toZonedDateTimeISO(zone).subtract(before)
    .epochMilliseconds;
}
