import type { CalendarCode } from '../calendar/calendar';

/**
 * A: custody, hours. B: custody, days. C: filing and answering. D: internal service level.
 * A and B never roll over a weekend or a holiday.
 */
export type ClockClass = 'A' | 'B' | 'C' | 'D';

export type RuleUnit = 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'year';

export interface Period {
  readonly amount: number;
  readonly unit: RuleUnit;
}

/**
 * `law`: obeyed where its instrument binds. `policy`: the house's own. `template` and `comparison` are never started
 * by a case; the calculator knows them, and says what they are.
 */
export type Standing = 'law' | 'policy' | 'template' | 'comparison';

/** What the record rests on: the provision was read in some copy, is generally known, or its figure must be checked. */
export type Basis = 'text-read' | 'general-knowledge' | 'to-be-checked';

/** Where a record comes from and who answers for it. Shown wherever the record is. */
export interface Provenance {
  /** Instrument and article in words. */
  readonly source: string;
  readonly basis: Basis;
  /** Whether somebody answers for the text in force. */
  readonly verified: boolean;
  readonly verifiedBy: string | null;
  /** ISO date. */
  readonly verifiedOn: string | null;
  /** ISO date from which the provision applies, null when it always did as far as the catalogue goes. */
  readonly effectiveFrom: string | null;
  /** First ISO date on which it does not apply any more. */
  readonly effectiveTo: string | null;
}

/** A reminder, `before` (ISO 8601 duration, e.g. 'PT6H', 'P5D') the instant at which the limit is over. */
export interface WarnBefore {
  readonly code: string;
  readonly before: string;
}

/**
 * An act that was done and moves a limit. `at` is an ISO 8601 instant: when it was done; of a reset, the new date that
 * was agreed, from which the limit runs anew.
 */
export interface Act {
  readonly type: ActType;
  readonly at: string;
}

export const actTypes = ['extension', 'reset', 'continue-detention'] as const;
export type ActType = (typeof actTypes)[number];

/** How an act, done before the limit is over, prolongs it. */
export interface Extension {
  readonly act: 'extension' | 'continue-detention';
  /** What is added, counted from the trigger, from the end of the limit so far, or from the act. */
  readonly period: Period;
  readonly countedFrom: 'trigger' | 'due' | 'act';
  /** How often; null without a number. */
  readonly times: number | null;
  /** Counted from the trigger: no extension reaches beyond it. */
  readonly maximum: Period | null;
}

/** The event of a procedure that starts a limit: the step whose fact it is. */
export interface StartedBy {
  readonly procedure: string;
  readonly event: string;
}

/** One limit and where it comes from. A running case keeps the version that it was bound to. */
export interface RuleRecord extends Provenance {
  readonly id: string;
  readonly version: number;
  /** Id of the instrument, e.g. 'SE-1957-668'; 'internal' for service levels. */
  readonly instrument: string;
  readonly article: string;
  readonly standing: Standing;
  /** Code of what the limit runs from, e.g. 'provisional-arrest'. */
  readonly trigger: string;
  /** What starts it in a case; empty for a rule that no procedure starts. */
  readonly startedBy: readonly StartedBy[];
  /** How many `unit`s; null when only the other side sets the date. */
  readonly amount: number | null;
  readonly unit: RuleUnit;
  /** False: the day of the trigger is not counted. Without meaning for hours. */
  readonly includeFirstDay: boolean;
  readonly class: ClockClass;
  /** What becomes of a last day that is no working day; obeyed for classes C and D only. */
  readonly roll: 'none' | 'next-working';
  /** Null: the calendar of the zone or of the owner, where one is known. */
  readonly calendar: CalendarCode | null;
  /** Whose days are counted: the place of custody (abroad: the requested state) or the owner of the step. */
  readonly zone: 'custody' | 'owner';
  /** The other side may release, or must. */
  readonly stage: 'may' | 'must';
  /** Rules of one group are stages of one limit, e.g. 'ECE16': 18 days may, 40 days must. */
  readonly group: string | null;
  readonly extension: Extension | null;
  /** Whether a new date agreed because of force majeure starts the limit anew. */
  readonly resets: boolean;
  /** Iraq CPC 109: a quarter of the maximum penalty, where that is shorter. */
  readonly quarterOfMaximumPenalty: boolean;
  /** Code of what expiry means, e.g. 'release-expected'. It never changes a status by itself. */
  readonly effect: string;
  /** Who holds the person because of this limit's custody, seen from the house; 'none' if it is not about custody. */
  readonly holder: 'theirs' | 'ours' | 'none';
  readonly warnBefore: readonly WarnBefore[];
}
