import { Temporal } from 'temporal-polyfill';
import type { Moment, ParsedClockInput } from './clock-input';
import type { ReasoningStep } from './clock-terms';
import { type End, endAfter, isBefore } from './end';
import { ClockInputError } from './errors';
import { type Count, lastDayAfter } from './last-day';
import { quarterOf } from './quarter';
import { step } from './reasoning';

/** What a limit never reaches beyond, however often it is prolonged. */
export interface Cap {
  /** Null where nothing caps it. */
  readonly end: End | null;
  readonly why: 'maximum' | 'quarter';
  /** A quarter of the maximum penalty: it caps the rule's own amount too. */
  readonly quarter: End | null;
  readonly steps: readonly ReasoningStep[];
}

const uncapped: Cap = { end: null, why: 'maximum', quarter: null, steps: [] };

/**
 * The cap of a limit that runs from a moment to `counted` if it is not prolonged. Where only extensions are capped by
 * the quarter, and no penalty is known, the fixed maximum stands and the steps say so.
 * @throws ClockInputError `maximum-penalty-missing` where the rule's own amount cannot be told without it
 */
export function capOf(input: ParsedClockInput, from: Moment, counted: End, count: Count): Cap {
  const { extension, quarterOfMaximumPenalty } = input.rule;
  const fixed = extension?.maximum ? endAfter(extension.maximum, from, count) : null;
  const maximum: Cap = fixed === null ? uncapped : { ...uncapped, end: fixed };
  if (!quarterOfMaximumPenalty) return maximum;
  const { quarter, steps } = quarterFrom(input, from, fixed ?? counted, count);
  if (quarter === null) return { ...maximum, steps };
  const isShorter = fixed === null || isBefore(quarter, fixed, count.zone);
  return { end: isShorter ? quarter : fixed, why: isShorter ? 'quarter' : 'maximum', quarter, steps };
}

function quarterFrom(
  { rule, maximumPenalty }: ParsedClockInput,
  from: Moment,
  otherwise: End,
  count: Count,
): Pick<Cap, 'quarter' | 'steps'> {
  if (!maximumPenalty) {
    if (!rule.extension?.maximum) throw new ClockInputError('maximum-penalty-missing', rule.id);
    return { quarter: null, steps: [step('quarter-unknown')] };
  }
  const span = quarterOf(maximumPenalty);
  if (span === null) return { quarter: null, steps: [step('no-quarter', { penalty: `${maximumPenalty}` })] };
  const lastDay = notBefore(from.day, lastDayAfter(span, from.day, count));
  const code = isBefore({ lastDay }, otherwise, count.zone) ? 'quarter' : 'quarter-not-shorter';
  return { quarter: { lastDay }, steps: [step(code, { date: lastDay.toString() })] };
}

/** A quarter of less than a day is over with the first day. */
function notBefore(first: Temporal.PlainDate, day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(day, first) < 0 ? first : day;
}
