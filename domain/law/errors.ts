/**
 * What is wrong with the input of a clock:
 * - `bad-instant`: the trigger is not an ISO 8601 instant with an offset
 * - `bad-zone`: not an IANA time zone
 * - `bad-limit-date`: not an ISO date 'YYYY-MM-DD', or no such day
 * - `limit-date-before-trigger`: the date set by the other side lies before the day of the trigger
 * - `limit-date-missing`: the rule has no amount of its own and no date was set
 * - `calendar-missing`: the rule counts working days, and neither it nor the zone names a calendar
 */
export type ClockInputErrorCode =
  | 'bad-instant'
  | 'bad-zone'
  | 'bad-limit-date'
  | 'limit-date-before-trigger'
  | 'limit-date-missing'
  | 'calendar-missing';

/** Thrown by `computeClock` when no limit can be computed from what was given. `value` is what offends. */
export class ClockInputError extends Error {
  override readonly name = 'ClockInputError';
  readonly code: ClockInputErrorCode;
  readonly value: string;

  constructor(code: ClockInputErrorCode, value: string) {
    super(`${code}: ${value}`);
    this.code = code;
    this.value = value;
  }
}
