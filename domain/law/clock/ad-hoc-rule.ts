import type { CalendarCode } from '../../calendar/calendar';
import type { ClockClass, RuleRecord, RuleUnit, WarnBefore } from '../rule-record';

/** A limit that somebody asks about without naming a rule. */
export interface AdHocLimit {
  readonly amount: number;
  readonly unit: RuleUnit;
  readonly class: ClockClass;
  readonly includeFirstDay: boolean;
  readonly roll: 'none' | 'next-working';
  /** Null: the calendar of the zone. */
  readonly calendar: CalendarCode | null;
}

const daysLeft = (...days: readonly number[]): WarnBefore[] =>
  days.map((count) => ({ code: `${count}-day${count === 1 ? '' : 's'}-left`, before: `P${count}D` }));

/** When a limit of each class is warned of, where no rule says it. */
const warnBefore: Readonly<Record<ClockClass, readonly WarnBefore[]>> = {
  A: [
    { code: '12-hours-left', before: 'PT12H' },
    { code: '6-hours-left', before: 'PT6H' },
    { code: '2-hours-left', before: 'PT2H' },
  ],
  B: daysLeft(10, 5, 3, 1),
  C: daysLeft(5, 2, 1),
  D: daysLeft(1),
};

/**
 * A rule of no instrument, that the deadline calculator counts like any other. It stands for no law, so there is
 * nothing to verify, and what is shown with its date says so.
 */
export function adHocRule(limit: AdHocLimit): RuleRecord {
  return {
    ...limit,
    id: 'ad-hoc',
    version: 1,
    instrument: 'none',
    article: '',
    standing: 'comparison',
    trigger: 'as-given',
    startedBy: [],
    zone: 'custody',
    stage: 'must',
    group: null,
    extension: null,
    resets: true,
    quarterOfMaximumPenalty: false,
    effect: 'limit-over',
    holder: 'none',
    warnBefore: warnBefore[limit.class],
    source: 'limit as given, of no instrument',
    basis: 'general-knowledge',
    verified: false,
    verifiedBy: null,
    verifiedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
  };
}
