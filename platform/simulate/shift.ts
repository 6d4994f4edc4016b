import { Temporal } from 'temporal-polyfill';
import { zoneOf } from '../demo/sweden-case';

/** An event at its own time, with what else of it is a date. */
export interface Dated {
  /** ISO 8601 with the offset of the place. */
  readonly at: string;
  readonly fileDueBy?: string | undefined;
  readonly answerBy?: string | undefined;
  readonly limitDate?: string | undefined;
  readonly agreedFor?: string | undefined;
}

/** Moves events by days. The time of day on the spot stays what it was, whatever summer time does in between. */
export function later<E extends Dated>(events: readonly E[], days: number): E[] {
  return events.map((event) => ({
    ...event,
    at: Temporal.PlainDateTime.from(event.at)
      .add({ days })
      .toZonedDateTime(zoneOf(event.at))
      .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    ...(event.fileDueBy ? { fileDueBy: dayLater(event.fileDueBy, days) } : {}),
    ...(event.answerBy ? { answerBy: dayLater(event.answerBy, days) } : {}),
    ...(event.limitDate ? { limitDate: dayLater(event.limitDate, days) } : {}),
    ...(event.agreedFor ? { agreedFor: dayLater(event.agreedFor, days) } : {}),
  }));
}

function dayLater(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * Moves events so that the first is today where it happens. What would lie in the past, because the hour of the first
 * has passed already, happens now.
 */
export function fromToday<E extends Dated>(events: readonly E[], now: Date): E[] {
  const first = events[0];
  if (!first) return [];
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zoneOf(first.at))
    .toPlainDate();
  const { days } = Temporal.PlainDate.from(first.at).until(today, { largestUnit: 'day' });
  return later(events, days).map((event) =>
    Date.parse(event.at) < now.getTime() ? { ...event, at: localInstant(now, zoneOf(event.at)) } : event,
  );
}

function localInstant(at: Date, timeZone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return instant.toString({ timeZone, smallestUnit: 'second', roundingMode: 'floor' });
}
