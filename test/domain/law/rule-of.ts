import type { RuleRecord } from '../../../domain/law/rule-record';
import { rules } from '../../../domain/law/rules';

export const STOCKHOLM = 'Europe/Stockholm';
export const BAGHDAD = 'Asia/Baghdad';

/** The arrest of the sample case: 4 March, 01:30, in Baghdad. */
export const ARREST = '2026-03-03T23:30:00+01:00';

/** A custody limit in days (class B) with what a test changes. */
export function custodyRule(changes: Partial<RuleRecord>): RuleRecord {
  return { ...rules['SWE23-40'], ...changes };
}

/** A filing limit (class C) with what a test changes. */
export function filingRule(changes: Partial<RuleRecord>): RuleRecord {
  return { ...rules['SET-BY-OTHER-SIDE'], ...changes };
}
