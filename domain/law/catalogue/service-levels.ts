import type { RuleRecord, RuleUnit } from '../rule-record';

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
  | 'SLA-STATUS-QUERY'
  | 'SLA-CROSS-CHECK'
  | 'SLA-TRANSFER-APPROVAL'
  | 'SLA-RECEIPT'
  | 'SLA-ANSWER'
  | 'SLA-ADVICE'
  | 'SLA-ENDORSEMENT'
  | 'SLA-RIGHTS'
  | 'SLA-PREPARATION'
  | 'SLA-DIFFERENCE'
  | 'SLA-PRESENTATION'
  | 'SLA-RETURN'
  | 'SLA-INVITATION'
  | 'SLA-TIE-BREAK'
  | 'SLA-MINUTES'
  | 'SLA-IMMEDIATE-RELEASE';

/** The house's own limits (class D): policy, not law, in hours or in days of the calendar of the step's owner. */
export const serviceLevels: Record<ServiceLevelId, RuleRecord> = {
  'SLA-URGENT-APPROVAL': serviceLevel('SLA-URGENT-APPROVAL', 4, 'hour'),
  'SLA-PROVISIONAL-ARREST-REQUEST': serviceLevel('SLA-PROVISIONAL-ARREST-REQUEST', 4, 'hour'),
  'SLA-PERSON-CHECKS': serviceLevel('SLA-PERSON-CHECKS', 1, 'working-day'),
  'SLA-LEGAL-REVIEW': serviceLevel('SLA-LEGAL-REVIEW', 3, 'working-day'),
  'SLA-ASSURANCES': serviceLevel('SLA-ASSURANCES', 3, 'working-day'),
  'SLA-JUDICIAL-COUNCIL': serviceLevel('SLA-JUDICIAL-COUNCIL', 5, 'working-day'),
  'SLA-FOREIGN-MINISTRY': serviceLevel('SLA-FOREIGN-MINISTRY', 5, 'working-day'),
  'SLA-TRANSMISSION': serviceLevel('SLA-TRANSMISSION', 2, 'working-day'),
  'SLA-FOLLOW-UP': serviceLevel('SLA-FOLLOW-UP', 5, 'working-day'),
  'SLA-STATUS-QUERY': serviceLevel('SLA-STATUS-QUERY', 30, 'day'),
  'SLA-CROSS-CHECK': serviceLevel('SLA-CROSS-CHECK', 1, 'working-day'),
  'SLA-TRANSFER-APPROVAL': serviceLevel('SLA-TRANSFER-APPROVAL', 1, 'working-day'),
  'SLA-RECEIPT': serviceLevel('SLA-RECEIPT', 1, 'working-day'),
  'SLA-ANSWER': serviceLevel('SLA-ANSWER', 2, 'working-day'),
  'SLA-ADVICE': serviceLevel('SLA-ADVICE', 3, 'working-day'),
  'SLA-ENDORSEMENT': serviceLevel('SLA-ENDORSEMENT', 2, 'working-day'),
  'SLA-RIGHTS': serviceLevel('SLA-RIGHTS', 24, 'hour'),
  'SLA-PREPARATION': serviceLevel('SLA-PREPARATION', 3, 'working-day'),
  'SLA-DIFFERENCE': serviceLevel('SLA-DIFFERENCE', 24, 'hour'),
  'SLA-PRESENTATION': serviceLevel('SLA-PRESENTATION', 24, 'hour'),
  'SLA-RETURN': serviceLevel('SLA-RETURN', 24, 'hour'),
  'SLA-INVITATION': serviceLevel('SLA-INVITATION', 3, 'working-day'),
  'SLA-TIE-BREAK': serviceLevel('SLA-TIE-BREAK', 2, 'working-day'),
  'SLA-MINUTES': serviceLevel('SLA-MINUTES', 5, 'working-day'),
  'SLA-IMMEDIATE-RELEASE': serviceLevel('SLA-IMMEDIATE-RELEASE', 4, 'hour'),
};

function serviceLevel(id: ServiceLevelId, amount: number, unit: RuleUnit): RuleRecord {
  return {
    id,
    version: 1,
    instrument: 'internal',
    article: id,
    standing: 'policy',
    trigger: 'step-opened',
    // A step declares its service level by id; no event of a procedure starts it.
    startedBy: [],
    amount,
    unit,
    includeFirstDay: false,
    class: 'D',
    roll: unit === 'hour' ? 'none' : 'next-working',
    calendar: null,
    zone: 'owner',
    stage: 'must',
    group: null,
    extension: null,
    resets: false,
    quarterOfMaximumPenalty: false,
    effect: 'service-level-missed',
    holder: 'none',
    source: 'internal service level (policy)',
    basis: 'text-read',
    verified: true,
    verifiedBy: 'house policy',
    verifiedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
    warnBefore: [
      unit === 'hour' ? { code: '1-hour-left', before: 'PT1H' } : { code: '1-day-left', before: 'P1D' },
    ],
  };
}
