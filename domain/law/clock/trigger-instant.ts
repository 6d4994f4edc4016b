import { Temporal } from 'temporal-polyfill';
import { ClockInputError } from './errors';
import { orNull } from './or-null';
import { checkZone, parseInstant } from './parse-time';
import { refuseYear, utc } from './zone-time';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/**
 * The instant, as UTC, that a person names: an ISO 8601 instant with its offset, or a local time 'YYYY-MM-DDTHH:MM'
 * (with seconds or without) in `zone`. A local time that the change of summer time skips or repeats is not guessed.
 * @throws ClockInputError `bad-instant`, `bad-zone`, `year-out-of-range`, `local-time-does-not-exist`,
 * `local-time-exists-twice`
 */
export function triggerInstant(text: string, zone: string): string {
  checkZone(zone);
  if (!LOCAL.test(text)) return utc(parseInstant(text));
  const local = orNull(() => Temporal.PlainDateTime.from(text));
  if (local === null) throw new ClockInputError('bad-instant', text);
  refuseYear(local.year, text);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.equals(later)) return utc(earlier.epochMilliseconds);
  // Both readings of a repeated time show that time; those of a skipped one lie beside it.
  const code = earlier.toPlainDateTime().equals(local)
    ? 'local-time-exists-twice'
    : 'local-time-does-not-exist';
  throw new ClockInputError(code, `${withOffset(earlier)} / ${withOffset(later)}`);
}

function withOffset(at: Temporal.ZonedDateTime): string {
  return at.toString({ timeZoneName: 'never', smallestUnit: at.second === 0 ? 'minute' : 'second' });
}
