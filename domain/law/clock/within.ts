import type { CalendarCode } from '../../calendar/calendar';
import type { RuleRecord } from '../rule-record';

/** How long somebody has, as the one who asks has set it. */
export interface Within {
  readonly amount: number;
  readonly unit: 'hour' | 'day' | 'working-day';
  /** Whose working days are counted; without one those of the agency whose duty it is. */
  readonly calendar?: CalendarCode;
}

/**
 * A rule without a number of its own, with the number that was set for one case. What was set is counted as it was
 * said: a last day that is no working day is not moved.
 */
export function withinSet(rule: RuleRecord, within: Within | undefined): RuleRecord {
  if (within === undefined) return rule;
  const { amount, unit, calendar = rule.calendar } = within;
  return { ...rule, amount, unit, calendar };
}
