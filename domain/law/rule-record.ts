import type { CalendarCode } from '../calendar/working-days';

/**
 * A: custody, hours. B: custody, days. C: filing and answering. D: internal service level.
 * A and B never roll over a weekend or a holiday.
 */
export type ClockClass = 'A' | 'B' | 'C' | 'D';

export type RuleUnit = 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'year';

export type RuleId =
  | 'SWE23-40'
  | 'SWE20-1M'
  | 'SET-BY-OTHER-SIDE'
  | 'CON19-24H'
  | 'CON19-48H'
  | ServiceLevelId;

export type ServiceLevelId =
  | 'SLA-URGENT-APPROVAL'
  | 'SLA-PROVISIONAL-ARREST-REQUEST'
  | 'SLA-PERSON-CHECKS'
  | 'SLA-LEGAL-REVIEW'
  | 'SLA-ASSURANCES'
  | 'SLA-JUDICIAL-COUNCIL'
  | 'SLA-FOREIGN-MINISTRY'
  | 'SLA-TRANSMISSION'
  | 'SLA-FOLLOW-UP'
  | 'SLA-STATUS-QUERY';

/** A reminder, `before` (ISO 8601 duration, e.g. 'PT6H', 'P5D') the instant at which the limit is over. */
export interface WarnBefore {
  readonly code: string;
  readonly before: string;
}

/** One limit and where it comes from. A running case keeps the record it started with. */
export interface RuleRecord {
  readonly id: RuleId;
  readonly instrument: string;
  readonly article: string;
  /** Code of the fact from which the limit runs. */
  readonly trigger: string;
  /** How many `unit`s; null when only the other side sets the date. */
  readonly amount: number | null;
  readonly unit: RuleUnit;
  /** False: the day of the trigger is not counted. Without meaning for hours. */
  readonly includeFirstDay: boolean;
  readonly class: ClockClass;
  /** What becomes of a last day that is no working day; obeyed for classes C and D only. */
  readonly roll: 'none' | 'next-working';
  /** Null: the calendar of the zone, where one is known. */
  readonly calendar: CalendarCode | null;
  /** Whose days are counted: the place of custody (abroad: the requested state) or the owner of the step. */
  readonly zone: 'custody' | 'owner';
  readonly stage: 'may' | 'must';
  /** Code of what expiry means, e.g. 'release-expected'. It never changes a status by itself. */
  readonly effect: string;
  /** Who holds the person because of this limit's custody, seen from the house; 'none' if it is not about custody. */
  readonly holder: 'theirs' | 'ours' | 'none';
  /** Instrument and article in words. */
  readonly source: string;
  /** Whether somebody answers for the text in force; shown wherever the date is shown. */
  readonly verified: boolean;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly warnBefore: readonly WarnBefore[];
}
