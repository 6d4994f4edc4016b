import type { RuleRecord } from '../../../../domain/law/rule-record';

export const STOCKHOLM = 'Europe/Stockholm';
export const BAGHDAD = 'Asia/Baghdad';

/** The arrest of the sample case: 4 March, 01:30, in Baghdad. */
export const ARREST = '2026-03-03T23:30:00+01:00';

const plain: RuleRecord = {
  id: 'RULE-UNDER-TEST',
  version: 1,
  instrument: 'INSTRUMENT-UNDER-TEST',
  article: '1',
  standing: 'law',
  trigger: 'arrest',
  startedBy: [],
  amount: 40,
  unit: 'day',
  includeFirstDay: false,
  class: 'B',
  roll: 'none',
  calendar: null,
  zone: 'custody',
  stage: 'must',
  group: null,
  extension: null,
  resets: false,
  quarterOfMaximumPenalty: false,
  effect: 'release',
  holder: 'theirs',
  warnBefore: [],
  source: 'the test',
  basis: 'to-be-checked',
  verified: false,
  verifiedBy: null,
  verifiedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
};

/** Custody in days (class B), as Sweden's 40 days are recorded, with what a test changes. */
export function custodyRule(changes: Partial<RuleRecord> = {}): RuleRecord {
  return {
    ...plain,
    calendar: 'SE',
    warnBefore: [
      { code: '10-days-left', before: 'P10D' },
      { code: '5-days-left', before: 'P5D' },
      { code: '3-days-left', before: 'P3D' },
      { code: '1-day-left', before: 'P1D' },
    ],
    ...changes,
  };
}

/** Custody in hours (class A), as those before an Iraqi judge are recorded, with what a test changes. */
export function hoursRule(changes: Partial<RuleRecord> = {}): RuleRecord {
  return {
    ...plain,
    class: 'A',
    amount: 24,
    unit: 'hour',
    holder: 'ours',
    warnBefore: [
      { code: '12-hours-left', before: 'PT12H' },
      { code: '6-hours-left', before: 'PT6H' },
      { code: '2-hours-left', before: 'PT2H' },
    ],
    ...changes,
  };
}

/** A limit for filing or answering (class C), without an amount of its own, with what a test changes. */
export function filingRule(changes: Partial<RuleRecord> = {}): RuleRecord {
  return { ...plain, class: 'C', amount: null, holder: 'none', ...changes };
}

/** A service level of the house (class D) in working days of the federal Iraqi calendar, with what a test changes. */
export function serviceLevel(changes: Partial<RuleRecord> = {}): RuleRecord {
  return {
    ...plain,
    class: 'D',
    standing: 'policy',
    amount: 3,
    unit: 'working-day',
    roll: 'next-working',
    calendar: 'IQ',
    zone: 'owner',
    holder: 'none',
    warnBefore: [{ code: '1-day-left', before: 'P1D' }],
    ...changes,
  };
}
