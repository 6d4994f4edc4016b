/**
 * What is wrong with the input of a clock:
 * - `bad-instant`: not an ISO 8601 instant with an offset, or, for a trigger, a local time 'YYYY-MM-DDTHH:MM[:SS]'
 * - `bad-zone`: not an IANA time zone
 * - `bad-limit-date`: not an ISO date 'YYYY-MM-DD', or no such day
 * - `bad-period`: an amount that is no whole number from 1 to 10,000
 * - `bad-maximum-penalty`: a penalty that is not in days, weeks, months or years
 * - `year-out-of-range`: a day outside the years that are counted in (1900 to 2200)
 * - `local-time-does-not-exist`: skipped when summer time began; `value` names the two readings
 * - `local-time-exists-twice`: repeated when summer time ended; `value` names the two readings
 * - `limit-date-before-trigger`: the date set by the other side lies before the day of the trigger
 * - `limit-date-missing`: the rule has no amount of its own and no date was set
 * - `maximum-penalty-missing`: the rule's own amount depends on the maximum penalty, and none was given
 * - `calendar-missing`: the rule counts working days, and neither it nor the owner nor the zone names a calendar
 * - `calendar-year-unknown`: the date depends on holidays of a year that the calendar does not know
 * - `act-before-trigger`: an act lies before what the limit runs from
 * - `act-too-late`: an act was done when the limit was over
 * - `act-not-allowed`: the rule does not know an act of this type
 * - `act-exhausted`: the rule was prolonged as often as it may be
 */
export type ClockInputErrorCode =
  | 'bad-instant'
  | 'bad-zone'
  | 'bad-limit-date'
  | 'bad-period'
  | 'bad-maximum-penalty'
  | 'year-out-of-range'
  | 'local-time-does-not-exist'
  | 'local-time-exists-twice'
  | 'limit-date-before-trigger'
  | 'limit-date-missing'
  | 'maximum-penalty-missing'
  | 'calendar-missing'
  | 'calendar-year-unknown'
  | 'act-before-trigger'
  | 'act-too-late'
  | 'act-not-allowed'
  | 'act-exhausted';

/** Thrown by `computeClock` and `triggerInstant` when what was given gives no limit. `value` is what offends. */
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
