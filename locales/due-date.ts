import { intlLocales } from './day-text';
import { type Language, text } from './index';

/** An instant as its reader needs it. */
export interface DueDate {
  /** In the reader's language, Latin digits: 'Thursday, 22 January 2026, 19:05'. */
  readonly words: string;
  /** The same beyond doubt, left to right: '2026-01-22 19:05 UTC+03:00 Asia/Baghdad'. */
  readonly iso: string;
}

/**
 * Formats an ISO 8601 instant in an IANA zone. A limit counted in days is over at midnight, and '3 May, 00:00' would
 * be read as a day too many: midnight is written as 24:00 of the day that ends (ISO 8601-1 section 5.3.1).
 */
export function formatDueDate(language: Language, instant: string, zone: string): DueDate {
  const { day, time, clock } = readClock(instant, zone);
  return {
    words: text(language, 'mail.date', {
      weekday: format(language, zone, day, { weekday: 'long' }),
      date: format(language, zone, day, { dateStyle: 'long' }),
      time,
    }),
    iso: `${clock.date} ${time} ${clock.offset} ${zone}`,
  };
}

/** The same for where there is little room: '22 Jan 2026, 19:05', to the minute. */
export function shortDueDate(language: Language, instant: string, zone: string): string {
  const { day, time } = readClock(instant, zone);
  const date = format(language, zone, day, { day: 'numeric', month: 'short', year: 'numeric' });
  return text(language, 'picture.date', { date, time: time.slice(0, 'HH:MM'.length) });
}

function readClock(instant: string, zone: string) {
  const at = new Date(instant);
  const endsDay = wallClock(at, zone).time === '00:00';
  const day = endsDay ? new Date(at.getTime() - 1) : at;
  const clock = wallClock(day, zone);
  return { day, clock, time: endsDay ? '24:00' : clock.time };
}

function format(language: Language, zone: string, at: Date, options: Intl.DateTimeFormatOptions): string {
  return formatter(intlLocales[language], { ...options, timeZone: zone }).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are kept: a page has dozens of dates, and making one takes longer than using it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, kept);
  return kept;
}

function wallClock(at: Date, zone: string): { date: string; time: string; offset: string } {
  const parts = formatter('en-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  const seconds = part('second') === '00' ? '' : `:${part('second')}`;
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}${seconds}`,
    offset: part('timeZoneName').replace('GMT', 'UTC'),
  };
}
