import type { CalendarDay } from './calendar';
import { type LibraryDay, swedishDays } from './holiday-library';

const publicHoliday = 'Sweden, public holidays as the library date-holidays lists them';
const keptDay =
  "Sweden, Act 1930:173, s. 2: Midsummer Eve, Christmas Eve and New Year's Eve are treated like Sundays when an act falls due";

/**
 * The days of `year` on which an act cannot fall due in Sweden, its public holidays and the three eves of Act 1930:173,
 * s. 2; Saturdays and Sundays are the weekend. Occasions are the Swedish names, e.g. 'se.midsommardagen'.
 */
export function swedishCalendarDays(year: number): CalendarDay[] {
  return swedishDays(year).map((day) => ({
    calendar: 'SE',
    province: null,
    date: day.date,
    kind: 'holiday',
    occasion: occasionOf(day),
    standing: 'fixed',
    source: day.type === 'bank' ? keptDay : publicHoliday,
    verified: false,
  }));
}

/** 'Kristi himmelsfärdsdag' is 'se.kristi-himmelsfardsdag'. */
function occasionOf({ name }: LibraryDay): string {
  const letters = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  return `se.${letters.toLowerCase().replace(/[^a-z]+/g, '-')}`;
}
