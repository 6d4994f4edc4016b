import { Temporal } from 'temporal-polyfill';
import type { Reply } from '../demo/samples';
import { zoneOf } from '../demo/sweden-case';

/** Moves events by days. The time of day on the spot stays what it was, whatever summer time does in between. */
export function later(replies: readonly Reply[], days: number): Reply[] {
  return replies.map((reply) => ({
    ...reply,
    at: Temporal.PlainDateTime.from(reply.at)
      .add({ days })
      .toZonedDateTime(zoneOf(reply.at))
      .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    ...(reply.fileDueBy ? { fileDueBy: dayLater(reply.fileDueBy, days) } : {}),
    ...(reply.answerBy ? { answerBy: dayLater(reply.answerBy, days) } : {}),
  }));
}

function dayLater(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * Moves events so that the first is today where it happens. What would lie in the past, because the hour of the first
 * has passed already, happens now.
 */
export function fromToday(replies: readonly Reply[], now: Date): Reply[] {
  const first = replies[0];
  if (!first) return [];
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zoneOf(first.at))
    .toPlainDate();
  const { days } = Temporal.PlainDate.from(first.at).until(today, { largestUnit: 'day' });
  return later(replies, days).map((reply) =>
    Date.parse(reply.at) < now.getTime() ? { ...reply, at: localInstant(now, zoneOf(reply.at)) } : reply,
  );
}

function localInstant(at: Date, timeZone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return instant.toString({ timeZone, smallestUnit: 'second', roundingMode: 'floor' });
}
