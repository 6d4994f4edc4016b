import type { RuleId, RuleRecord, WarnBefore } from './rule-record';
import { serviceLevels } from './service-levels';

// No text below has been verified by counsel: every record from law says so.
const UNVERIFIED = {
  verified: false,
  verifiedBy: null,
  verifiedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
} as const;

const CUSTODY_HOURS_WARNINGS: readonly WarnBefore[] = [
  { code: '12-hours-left', before: 'PT12H' },
  { code: '6-hours-left', before: 'PT6H' },
  { code: '2-hours-left', before: 'PT2H' },
];

const CUSTODY_DAYS_WARNINGS: readonly WarnBefore[] = [
  { code: '10-days-left', before: 'P10D' },
  { code: '5-days-left', before: 'P5D' },
  { code: '3-days-left', before: 'P3D' },
  { code: '1-day-left', before: 'P1D' },
];

const ANSWER_WARNINGS: readonly WarnBefore[] = [
  { code: '5-days-left', before: 'P5D' },
  { code: '2-days-left', before: 'P2D' },
  { code: '1-day-left', before: 'P1D' },
];

// A suspect held in Sweden; the person is theirs to release.
const HELD_IN_SWEDEN = {
  instrument: 'SE-1957:668',
  includeFirstDay: false,
  class: 'B',
  roll: 'none',
  calendar: 'SE',
  zone: 'custody',
  stage: 'must',
  effect: 'release-expected',
  holder: 'theirs',
  ...UNVERIFIED,
  warnBefore: CUSTODY_DAYS_WARNINGS,
} as const;

// The article speaks of an arrest in Iraq; to a person handed over to Iraq it is applied as policy.
const PRESENTATION_TO_JUDGE = {
  instrument: 'IQ-CONST-2005',
  article: '19(13)',
  trigger: 'arrived',
  unit: 'hour',
  includeFirstDay: false,
  class: 'A',
  roll: 'none',
  calendar: null,
  zone: 'custody',
  stage: 'must',
  effect: 'present-to-judge',
  holder: 'ours',
  ...UNVERIFIED,
  warnBefore: CUSTODY_HOURS_WARNINGS,
} as const;

/** The limits of an outgoing extradition from Iraq to Sweden. */
export const rules: Record<RuleId, RuleRecord> = {
  'SWE23-40': {
    ...HELD_IN_SWEDEN,
    id: 'SWE23-40',
    article: '23',
    trigger: 'provisional-arrest',
    amount: 40,
    unit: 'day',
    source: 'Sweden, Extradition for Criminal Offences Act 1957:668, s. 23',
  },
  'SWE20-1M': {
    ...HELD_IN_SWEDEN,
    id: 'SWE20-1M',
    article: '20(2)',
    trigger: 'notice-of-decision',
    amount: 1,
    unit: 'month',
    source: 'Sweden, Extradition for Criminal Offences Act 1957:668, s. 20, second paragraph',
  },
  'SET-BY-OTHER-SIDE': {
    id: 'SET-BY-OTHER-SIDE',
    instrument: 'set-by-requested-state',
    article: '',
    trigger: 'supplementary-information-asked',
    amount: null,
    unit: 'day',
    includeFirstDay: false,
    class: 'C',
    roll: 'none',
    calendar: null,
    zone: 'custody',
    stage: 'must',
    effect: 'answer-overdue',
    holder: 'none',
    source: 'date set by the requested state when it asked for supplementary information',
    ...UNVERIFIED,
    warnBefore: ANSWER_WARNINGS,
  },
  'CON19-24H': {
    ...PRESENTATION_TO_JUDGE,
    id: 'CON19-24H',
    amount: 24,
    source: 'Constitution of Iraq 2005, art. 19(13), applied as policy after arrival',
  },
  'CON19-48H': {
    ...PRESENTATION_TO_JUDGE,
    id: 'CON19-48H',
    amount: 48,
    effect: 'release',
    source: 'Constitution of Iraq 2005, art. 19(13), extended once, applied as policy after arrival',
  },
  ...serviceLevels,
};
