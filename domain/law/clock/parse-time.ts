import { Temporal } from 'temporal-polyfill';
import { ClockInputError } from './errors';
import { orNull } from './or-null';
import { refuseYear } from './zone-time';

// Temporal reads more than belongs in a register: years of six digits, a second zone in brackets, an offset as zone.
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Ms since the epoch. The register keeps milliseconds: a finer trigger would lie after what is stored of it.
 * @throws ClockInputError `bad-instant`, `year-out-of-range`
 */
export function parseInstant(text: string): number {
  const instant = INSTANT.test(text) ? orNull(() => Temporal.Instant.from(text)) : null;
  if (instant === null) throw new ClockInputError('bad-instant', text);
  refuseYear(Number(text.slice(0, 4)), text);
  return instant.epochMilliseconds;
}

const knownZones = new Set<string>();

/** @throws ClockInputError `bad-zone` */
export function checkZone(zone: string): void {
  if (knownZones.has(zone)) return;
  const known =
    ZONE.test(zone) && orNull(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  if (!known) throw new ClockInputError('bad-zone', zone);
  // Bounded by the names of the tz database in all their spellings of upper and lower case; ours are few.
  if (knownZones.size < 1_000) knownZones.add(zone);
}

/** @throws ClockInputError `bad-limit-date`, `year-out-of-range` */
export function parseLimitDate(text: string): Temporal.PlainDate {
  const date = DATE.test(text) ? orNull(() => Temporal.PlainDate.from(text)) : null;
  if (date === null) throw new ClockInputError('bad-limit-date', text);
  refuseYear(date.year, text);
  return date;
}
