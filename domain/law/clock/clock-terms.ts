import type { CalendarCode } from '../../calendar/calendar';
import type { Act, Period, RuleRecord } from '../rule-record';

/** What a clock is computed from. */
export interface ClockInput {
  readonly rule: RuleRecord;
  /** ISO 8601 instant at which the limit began to run. */
  readonly trigger: string;
  /** IANA zone of the custody or of the owner, as the rule's `zone` says. */
  readonly zone: string;
  /** ISO date 'YYYY-MM-DD' set by the other side, a day in `zone`. */
  readonly limitDate?: string;
  /** What was done since, in the order of time. */
  readonly acts?: readonly Act[];
  /** The maximum penalty of the offence, where the rule needs it; life and death have no quarter. */
  readonly maximumPenalty?: Period | 'life' | 'death';
  /** The calendar of the owner, where the rule names none. */
  readonly calendar?: { readonly code: CalendarCode; readonly province: string | null };
}

export interface ClockWarning {
  readonly code: string;
  /** UTC instant, e.g. '2026-04-09T22:00:00.000Z'. */
  readonly at: string;
}

/** One step of how a date was found: a code and what it speaks of (ISO dates, numbers, codes); words are in locales. */
export interface ReasoningStep {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ComputedClock {
  /** UTC instant at which the limit is over, e.g. '2026-04-10T22:00:00.000Z'. */
  readonly dueAt: string;
  /** The last day, in the zone of the clock; null when a number of hours decides. */
  readonly lastDay: string | null;
  /** In the order of time, one an instant, all after the trigger and before `dueAt`. */
  readonly warnings: readonly ClockWarning[];
  /** How it was counted, step by step. */
  readonly reasoning: readonly ReasoningStep[];
  /** The calendar that was asked, e.g. 'IQ' or 'IQ:najaf'; null when none was. */
  readonly calendar: string | null;
  /** ISO dates of expected (not confirmed) holidays that the due date would be another without. */
  readonly restsOnExpected: readonly string[];
}
