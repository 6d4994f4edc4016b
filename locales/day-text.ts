import type { Language } from './language';

/** The locales of `Intl` for our languages: months as they are called in Iraq, Latin digits, the calendar of the law. */
export const intlLocales: Record<Language, string> = {
  en: 'en-GB-u-ca-gregory-nu-latn',
  ar: 'ar-IQ-u-ca-gregory-nu-latn',
  ckb: 'ckb-IQ-u-ca-gregory-nu-latn',
};

/** A day in words, from an ISO date: '12 April 2026', or 'Sunday 12 April 2026' with its weekday. */
export function dayText(language: Language, date: string, withWeekday: boolean): string {
  const [weekday, day] = formatsOf(language);
  const at = new Date(date);
  return withWeekday ? `${weekday.format(at)} ${day.format(at)}` : day.format(at);
}

type Formats = readonly [weekday: Intl.DateTimeFormat, day: Intl.DateTimeFormat];
const formats = new Map<Language, Formats>();

function formatsOf(language: Language): Formats {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(intlLocales[language], { ...options, timeZone: 'UTC' });
  const made: Formats = [format({ weekday: 'long' }), format({ dateStyle: 'long' })];
  formats.set(language, made);
  return made;
}
