import type { WorkingCalendar } from './calendar';

/**
 * Thrown when a calendar is asked for a day of a year whose holidays it does not know: what is kept then is not
 * guessed. `year` is the first such year that was met.
 */
export class CalendarYearUnknownError extends Error {
  override readonly name = 'CalendarYearUnknownError';

  constructor(
    /** E.g. 'IQ' or 'IQ:najaf'. */
    readonly calendar: string,
    readonly year: number,
  ) {
    super(`the holidays of ${year} are not known in ${calendar}`);
  }
}

/** The years that the clock counts in at all. */
export const countedYears = { from: 1900, to: 2200 } as const;

/** `calendar`, with the weekends alone in the years whose holidays it does not know. Who uses it says so. */
export function withBareYears(calendar: WorkingCalendar): WorkingCalendar {
  return { ...calendar, knownYears: countedYears };
}
