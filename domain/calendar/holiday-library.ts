import type Holidays from 'date-holidays';

/** A day as the library knows it; `type` is its own, 'public' or 'bank'. */
export interface LibraryDay {
  readonly date: string;
  readonly name: string;
  readonly type: string;
}

/** The public holidays of Sweden in `year` and the days that are 'bank' holidays to the library, in Swedish names. */
export function swedishDays(year: number): readonly LibraryDay[] {
  return daysOf(new (library())('SE', { types: ['public', 'bank'] }), year);
}

/**
 * The days of `year` on which an Islamic date, e.g. '1 Shawwal', falls by the library's calculated calendar; the
 * sighting of the moon may be a day apart. Now and then there are two in one year.
 * @throws RangeError when the date is not written as the library reads it.
 */
export function islamicDays(year: number, date: string): readonly string[] {
  const holidays = new (library())();
  if (!holidays.setHoliday(date, { name: date, type: 'public' }))
    throw new RangeError(`not an Islamic date: ${date}`);
  return daysOf(holidays, year).map((day) => day.date);
}

function daysOf(holidays: Holidays, year: number): LibraryDay[] {
  return holidays
    .getHolidays(year, 'sv')
    .map(({ date, name, type }) => ({ date: date.slice(0, 'YYYY-MM-DD'.length), name, type }));
}

/** Loaded when first asked: it brings the holidays of the whole world with it. */
function library(): typeof Holidays {
  return require('date-holidays') as typeof Holidays;
}
