import type { RuleRecord } from '../rule-record';
import { type ServiceLevelId, serviceLevels } from './service-levels';

/** The rule by which a ballot of the committee closes. */
export const ballotRule = 'BALLOT-PERIOD';

/** The rule of a day that the other side has set for an answer of ours. */
export const otherSideRule = 'SET-BY-OTHER-SIDE';

/** The rule of a limit that the side that asks has set for the answers to its questions. */
export const askingSideRule = 'SET-BY-ASKING-SIDE';

export type HouseRuleId =
  | ServiceLevelId
  | typeof otherSideRule
  | 'RELEASE-SET-BY-OTHER-SIDE'
  | 'AGREED-RETURN'
  | 'SET-BY-US'
  | typeof askingSideRule
  | typeof ballotRule;

/** Without a number of its own: the date comes with the question. */
const setByOtherSide: RuleRecord = {
  id: otherSideRule,
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
};

/**
 * The rules that the code names itself, so their ids are typed: the internal service levels, and the limits without a
 * number of their own. "Within a reasonable time": the other side sets the date, or both agree on it, which is recorded
 * with its proof. A request for information: who asks says how long the answer may take (UNTOC art. 18(24) has the
 * asked State heed deadlines that are suggested with reasons; no law fixes a number).
 */
export const houseRules: Record<HouseRuleId, RuleRecord> = {
  [otherSideRule]: setByOtherSide,
  /** Where no instrument that binds has a number: until when the requested State holds the person. */
  'RELEASE-SET-BY-OTHER-SIDE': {
    ...setByOtherSide,
    id: 'RELEASE-SET-BY-OTHER-SIDE',
    trigger: 'provisional-arrest',
    class: 'B',
    effect: 'release-expected',
    holder: 'theirs',
    source: 'date set by the requested state until which it holds the person',
  },
  /** Who was surrendered for a time is brought back on the day that both States have agreed on. */
  'AGREED-RETURN': {
    ...setByOtherSide,
    id: 'AGREED-RETURN',
    instrument: 'agreed-with-requested-state',
    trigger: 'temporary-surrender',
    class: 'B',
    effect: 'return-due',
    holder: 'ours',
    source: 'day agreed with the requested state on which the person is returned',
  },
  'SET-BY-US': {
    ...setByOtherSide,
    id: 'SET-BY-US',
    instrument: 'internal',
    source: 'date set by Iraq when it asked the requesting state for supplementary information',
  },
  [ballotRule]: {
    id: ballotRule,
    version: 1,
    instrument: 'internal',
    article: ballotRule,
    standing: 'policy',
    trigger: 'ballot-opened',
    startedBy: [],
    // The day is counted when the ballot opens, from what its request says, and is fixed from then on.
    amount: null,
    unit: 'day',
    includeFirstDay: false,
    class: 'D',
    roll: 'none',
    calendar: null,
    zone: 'owner',
    stage: 'must',
    group: null,
    extension: null,
    resets: false,
    quarterOfMaximumPenalty: false,
    effect: 'ballot-closes',
    holder: 'none',
    source:
      'house policy: working days from the opening, which is the first; no source states how long the committee votes',
    basis: 'text-read',
    verified: true,
    verifiedBy: 'house policy',
    verifiedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
    warnBefore: [{ code: '1-day-left', before: 'P1D' }],
  },
  [askingSideRule]: {
    ...setByOtherSide,
    id: askingSideRule,
    instrument: 'set-by-asking-side',
    trigger: 'request-received',
    zone: 'owner',
    effect: 'information-overdue',
    source: 'limit set by the asking side in its request for information; no law fixes its length',
  },
  ...serviceLevels,
};
