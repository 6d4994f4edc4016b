import type { ReasoningStep } from './clock-terms';

/**
 * Every step that a reasoning may hold. `date`, `from`, `to` and `on` are ISO dates, or UTC instants beside a `zone`
 * in which to tell them; `list` is ISO dates with commas between.
 */
export const reasoningCodes = [
  'first-day-excluded',
  'first-day-counted',
  'hours-counted',
  'last-day',
  'month-has-no-such-day',
  'holidays-skipped',
  'quarter',
  'quarter-not-shorter',
  'quarter-unknown',
  'no-quarter',
  'extended',
  'capped',
  'reset',
  'not-moved-custody',
  'not-moved-by-rule',
  'not-moved-working-day',
  'not-moved-no-calendar',
  'rolled',
  'set-by-other-side',
  'set-later-than-limit',
  'stricter-count',
  'last-working-day-before',
  'rests-on-expected',
  'calendar-year-unknown',
  'weekends-only',
] as const;
export type ReasoningCode = (typeof reasoningCodes)[number];

export function step(code: ReasoningCode, params: ReasoningStep['params'] = {}): ReasoningStep {
  return { code, params };
}

/** The expected holidays that a reasoning names: what its dates, and the last working day before one, rest on. */
export function expectedDaysOf(reasoning: readonly ReasoningStep[]): readonly string[] {
  return reasoning.flatMap(({ code, params }) =>
    code === 'rests-on-expected' ? [String(params.date ?? '')] : [],
  );
}
