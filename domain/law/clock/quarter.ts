import type { Temporal } from 'temporal-polyfill';
import type { Period } from '../rule-record';
import type { ClockInput } from './clock-terms';
import { ClockInputError } from './errors';

type Penalty = NonNullable<ClockInput['maximumPenalty']>;

const DAYS_OF_A_MONTH = 30;

/** @throws ClockInputError `bad-maximum-penalty` when the penalty is no whole number of days, weeks, months or years. */
export function checkPenalty(penalty: Penalty | null): void {
  if (penalty === null || typeof penalty === 'string') return;
  const { amount, unit } = penalty;
  const measured = unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year';
  if (!measured || !Number.isInteger(amount) || amount < 1 || amount > 1_000)
    throw new ClockInputError('bad-maximum-penalty', `${amount} ${unit}`);
}

/**
 * A quarter of a penalty, begun days left out. The fraction of a month is taken as one of 30 days (cf. European
 * Convention on the Calculation of Time-Limits, ETS 76, art. 4). Null: life and death have no quarter.
 */
export function quarterOf(penalty: Penalty): Temporal.DurationLike | null {
  if (penalty === 'life' || penalty === 'death') return null;
  return quarterOfPeriod(penalty);
}

function quarterOfPeriod({ amount, unit }: Period): Temporal.DurationLike {
  switch (unit) {
    case 'year':
      return { months: amount * 3 };
    case 'month':
      return { months: Math.floor(amount / 4), days: Math.floor(((amount % 4) * DAYS_OF_A_MONTH) / 4) };
    case 'week':
      return { days: Math.floor((amount * 7) / 4) };
    case 'day':
      return { days: Math.floor(amount / 4) };
    default:
      throw new ClockInputError('bad-maximum-penalty', `${amount} ${unit}`);
  }
}
