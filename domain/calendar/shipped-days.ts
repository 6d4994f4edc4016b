import { assertNever } from '../assert-never';
import type { CalendarCode, CalendarDay } from './calendar';
import { iraqiCalendarDays, regionalCalendarDays } from './shipped-iraq';
import { swedishCalendarDays } from './shipped-sweden';

/** First and last year for which the product brings holidays with it. */
export const shippedYears = { from: 2024, to: 2032 } as const;

/**
 * The days that the product brings with it for a calendar and a year, in the order of their dates; several occasions
 * may fall on one date. None is verified; each says where it comes from.
 *
 * Loads the library of holidays (some 30 ms once): not for workflow code.
 * @throws RangeError when `year` lies outside `shippedYears`.
 */
export function shippedDays(code: CalendarCode, year: number): CalendarDay[] {
  if (!Number.isInteger(year) || year < shippedYears.from || year > shippedYears.to)
    throw new RangeError(`no shipped holidays for the year ${year}`);
  return daysOf(code, year).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** The days of all shipped years. */
export function allShippedDays(code: CalendarCode): CalendarDay[] {
  const years = Array.from(
    { length: shippedYears.to - shippedYears.from + 1 },
    (_, n) => shippedYears.from + n,
  );
  return years.flatMap((year) => shippedDays(code, year));
}

function daysOf(code: CalendarCode, year: number): CalendarDay[] {
  switch (code) {
    case 'IQ':
      return iraqiCalendarDays(year);
    case 'IQ-KR':
      return regionalCalendarDays(year);
    case 'SE':
      return swedishCalendarDays(year);
    default:
      return assertNever(code);
  }
}
