import { Temporal } from 'temporal-polyfill';
import { countedYears } from '../../calendar/unknown-year';
import { DAY_MS, utcDay } from '../../calendar/utc-day';
import { ClockInputError } from './errors';

export const HOUR_MS = 3_600_000;

/** The day that it is in `zone` at an instant, in ms since the epoch. */
export function dayAt(ms: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
}

const midnights = new Map<string, Map<number, number>>();
const REMEMBERED_ZONES = 20;
const REMEMBERED_DAYS = 20_000;

/** When the day `days` after `date` begins in `zone`, in ms since the epoch. */
export function startOfDay(date: Temporal.PlainDate, zone: string, days = 0): number {
  const ofZone = midnightsOf(zone);
  const key = utcDay(date) + days * DAY_MS;
  const known = ofZone.get(key);
  if (known !== undefined) return known;
  const start = date.add({ days }).toZonedDateTime(zone).epochMilliseconds;
  if (ofZone.size < REMEMBERED_DAYS) ofZone.set(key, start);
  return start;
}

/** Remembered, because asking for a zone's offset is most of the work and the clocks of all cases meet the same days. */
function midnightsOf(zone: string): Map<number, number> {
  const known = midnights.get(zone);
  if (known !== undefined) return known;
  const none = new Map<number, number>();
  if (midnights.size < REMEMBERED_ZONES) midnights.set(zone, none);
  return none;
}

/** When an hour of `date` is struck in `zone`, in ms since the epoch. */
export function hourOf(date: Temporal.PlainDate, hour: number, zone: string): number {
  const start = startOfDay(date, zone);
  // Only on a day of another length has the clock been changed.
  if (startOfDay(date, zone, 1) - start === DAY_MS) return start + hour * HOUR_MS;
  return date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
}

/** @throws ClockInputError `year-out-of-range` outside the years that are counted in; `value` is what was given. */
export function refuseYear(year: number, value: string): void {
  if (year < countedYears.from || year > countedYears.to)
    throw new ClockInputError('year-out-of-range', value);
}

/** An instant as the register keeps it, e.g. '2026-04-09T22:00:00.000Z'. */
export function utc(ms: number): string {
  return new Date(ms).toISOString();
}
