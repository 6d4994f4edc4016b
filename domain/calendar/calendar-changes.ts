import type { CalendarCode, CalendarDay, WorkingCalendar } from './calendar';

/**
 * What an administrator does with a calendar:
 * - `add`: a holiday, or a provincial closure when a province is named
 * - `withdraw`: a day that is entered is none; also takes back an order to work
 * - `confirm`: an expected day was announced for this date
 * - `order-work`: the Cabinet ordered work on this Saturday (Iraq, Law 12/2024)
 *
 * A lunar day that was announced for another date is withdrawn and added.
 */
export const calendarActions = ['add', 'withdraw', 'confirm', 'order-work'] as const;
export type CalendarAction = (typeof calendarActions)[number];

export interface CalendarChange {
  readonly action: CalendarAction;
  /** ISO date. */
  readonly date: string;
  /** Code of a shipped calendar or the administrator's own words; with the date and the province it names a row. */
  readonly occasion: string;
  readonly province?: string | null | undefined;
}

/** Several changes of one calendar that are made together or not at all. */
export interface CalendarEdit {
  readonly calendar: CalendarCode;
  /** The announcement or order that says so, in words: the source of every day that is added or confirmed. */
  readonly source: string;
  readonly changes: readonly CalendarChange[];
}

/**
 * What is wrong with a change:
 * - `no-changes`: the edit is empty
 * - `no-such-date`: not an ISO date, or no such day
 * - `outside-known-years`: the calendar says nothing of that year (`from`, `to`)
 * - `province-not-allowed`: Sweden has no provincial closures, and an order to work goes to the whole of a territory
 * - `same-day-twice`: an earlier change of the edit is about the same date and province
 * - `day-already-kept`: the date is entered for the whole territory or this province already (`occasion`)
 * - `day-not-kept`: no such occasion is entered on that date
 * - `day-not-expected`: the day is fixed or confirmed already
 * - `no-order-of-work`: no rule is known by which somebody orders work in this calendar
 * - `not-a-saturday`: only work on a Saturday can be ordered
 */
export const calendarFaultCodes = [
  'no-changes',
  'no-such-date',
  'outside-known-years',
  'province-not-allowed',
  'same-day-twice',
  'day-already-kept',
  'day-not-kept',
  'day-not-expected',
  'no-order-of-work',
  'not-a-saturday',
] as const;
export type CalendarFaultCode = (typeof calendarFaultCodes)[number];

/** Where in the list of changes (JSON Pointer, e.g. '/2/date'; '' is the list) and what. */
export interface CalendarFault {
  readonly pointer: string;
  readonly code: CalendarFaultCode;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * What the law would not bear, if the rows mean what they seem to; it is told and not refused (Iraq, Law 12/2024):
 * - `more-than-cabinet-days`: more days of the Cabinet's in a year than 7 (`year`, `days`, `limit`)
 * - `more-than-provincial-days`: more days of a province around an occasion than 3 (`province`, `occasion` too)
 */
export const calendarWarningCodes = ['more-than-cabinet-days', 'more-than-provincial-days'] as const;

export interface CalendarWarning {
  readonly code: (typeof calendarWarningCodes)[number];
  readonly params: Readonly<Record<string, string>>;
}

/** Either every fault of the edit, or all rows of the calendar as they are after it. */
export type EditedCalendar =
  | { readonly faults: readonly [CalendarFault, ...CalendarFault[]] }
  | {
      readonly faults: readonly [];
      readonly rows: readonly CalendarDay[];
      readonly warnings: readonly CalendarWarning[];
    };

/** What a change meets: the rows after the changes before it, and the years of which the calendar knows. */
export interface EditContext {
  readonly calendar: CalendarCode;
  readonly rows: readonly CalendarDay[];
  readonly knownYears: WorkingCalendar['knownYears'];
  readonly earlier: readonly CalendarChange[];
}
