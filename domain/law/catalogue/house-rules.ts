import type { RuleRecord } from '../rule-record';
import { type ServiceLevelId, serviceLevels } from './service-levels';

export type HouseRuleId = ServiceLevelId | 'SET-BY-OTHER-SIDE' | 'SET-BY-ASKING-SIDE';

/**
 * The rules that the code names itself, so their ids are typed: the internal service levels, and the limits without a
 * number of their own. "Within a reasonable time": the other side sets the date, which is recorded with its proof. A
 * request for information: who asks says how long the answer may take (UNTOC art. 18(24) has the asked State heed
 * deadlines that are suggested with reasons; no law fixes a number).
 */
export const houseRules: Record<HouseRuleId, RuleRecord> = {
  'SET-BY-OTHER-SIDE': {
    id: 'SET-BY-OTHER-SIDE',
    version: 1,
    instrument: 'set-by-requested-state',
    article: '',
    standing: 'policy',
    trigger: 'supplementary-information-asked',
    startedBy: [],
    amount: null,
    unit: 'day',
    includeFirstDay: false,
    class: 'C',
    roll: 'none',
    calendar: null,
    zone: 'custody',
    stage: 'must',
    group: null,
    extension: null,
    resets: false,
    quarterOfMaximumPenalty: false,
    effect: 'answer-overdue',
    holder: 'none',
    source: 'date set by the requested state when it asked for supplementary information',
    basis: 'general-knowledge',
    verified: false,
    verifiedBy: null,
    verifiedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
    warnBefore: [
      { code: '5-days-left', before: 'P5D' },
      { code: '2-days-left', before: 'P2D' },
      { code: '1-day-left', before: 'P1D' },
    ],
  },
  'SET-BY-ASKING-SIDE': {
    id: 'SET-BY-ASKING-SIDE',
    version: 1,
    instrument: 'set-by-asking-side',
    article: '',
    standing: 'policy',
    trigger: 'request-received',
    startedBy: [],
    amount: null,
    unit: 'day',
    includeFirstDay: false,
    class: 'C',
    roll: 'none',
    calendar: null,
    zone: 'owner',
    stage: 'must',
    group: null,
    extension: null,
    resets: false,
    quarterOfMaximumPenalty: false,
    effect: 'information-overdue',
    holder: 'none',
    source: 'limit set by the asking side in its request for information; no law fixes its length',
    basis: 'general-knowledge',
    verified: false,
    verifiedBy: null,
    verifiedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
    warnBefore: [
      { code: '5-days-left', before: 'P5D' },
      { code: '2-days-left', before: 'P2D' },
      { code: '1-day-left', before: 'P1D' },
    ],
  },
  ...serviceLevels,
};
