/** Whose weekend and holidays decide: Iraq (federal), the Kurdistan Region, Sweden. */
export const calendarCodes = ['IQ', 'IQ-KR', 'SE'] as const;
export type CalendarCode = (typeof calendarCodes)[number];

/**
 * A day that is not what its weekday says: a holiday, or a day of the weekend on which the Cabinet ordered work.
 * `expected` is a lunar date that nobody has confirmed yet: what rests on it says so.
 */
export interface CalendarDay {
  readonly calendar: CalendarCode;
  /** Where it is kept, e.g. 'najaf'; null for the whole of the calendar's territory. */
  readonly province: string | null;
  /** ISO date, e.g. '2026-03-21'. */
  readonly date: string;
  readonly kind: 'holiday' | 'working-day';
  /** What is kept, a code of the shipped calendars (e.g. 'nowruz') or the administrator's own words. */
  readonly occasion: string;
  readonly standing: 'fixed' | 'expected' | 'confirmed';
  readonly source: string;
  readonly verified: boolean;
}

/** The days of one calendar, in one province or without one, as a clock reads them. */
export interface WorkingCalendar {
  readonly code: CalendarCode;
  readonly province: string | null;
  /** ISO numbers of the days of the weekend: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[];
  /** What deviates from the weekday, by ISO date. Two occasions on one date are one day, the surer one. */
  readonly days: ReadonlyMap<string, CalendarDay>;
  /** First and last year whose holidays are known. Outside nothing is said of holidays, and nothing is guessed. */
  readonly knownYears: { readonly from: number; readonly to: number };
}

/** Finds a calendar; `province` null for the one without provincial closures. */
export type Calendars = (code: CalendarCode, province: string | null) => WorkingCalendar;
