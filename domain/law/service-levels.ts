import type { RuleRecord, RuleUnit, ServiceLevelId } from './rule-record';

/** The house's own limits (class D): policy, not law, in hours or in days of the federal Iraqi calendar. */
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
};

function serviceLevel(id: ServiceLevelId, amount: number, unit: RuleUnit): RuleRecord {
  return {
    id,
    instrument: 'internal',
    article: id,
    trigger: 'step-opened',
    amount,
    unit,
    includeFirstDay: false,
    class: 'D',
    roll: unit === 'hour' ? 'none' : 'next-working',
    calendar: 'IQ',
    zone: 'owner',
    stage: 'must',
    effect: 'service-level-missed',
    holder: 'none',
    source: 'internal service level (policy)',
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
