import type { RefusalGround } from '../catalogue/codes';
import type { AdmissibilityFacts } from './facts';
import type { Ground, LawInForce, Of, Threshold } from './law';
import { answerDeathPenalty, answerInAbsentia, answerLimitation } from './penalty-and-trial';
import { answerMinor, answerNationality, answerRefugee, answerVictim } from './person';
import { type Finding, needsAPerson, type QuestionCode } from './report';
import {
  answerOffenceThreshold,
  answerSentenceThreshold,
  offenceThresholds,
  sentenceThresholds,
} from './thresholds';

interface Question {
  readonly answer: (facts: AdmissibilityFacts, law: LawInForce, on: string) => Finding;
  /** Where the instruments speak of it. */
  readonly records: (law: LawInForce) => readonly Of<Ground | Threshold>[];
}

// No request states these: a person who knows the file answers them.
const notStated = () => needsAPerson('not-in-request');

/** Every question, how it is answered, and which records of the instruments are about it. */
export const questions: Readonly<Record<QuestionCode, Question>> = {
  'threshold-requesting-law': {
    answer: (facts, law) => answerOffenceThreshold(facts, law, 'requesting'),
    records: (law) => offenceThresholds(law, 'requesting'),
  },
  'threshold-requested-law': {
    answer: (facts, law) => answerOffenceThreshold(facts, law, 'requested'),
    records: (law) => offenceThresholds(law, 'requested'),
  },
  'threshold-sentence': { answer: answerSentenceThreshold, records: sentenceThresholds },
  nationality: { answer: answerNationality, records: grounds('nationality') },
  'limitation-requesting-law': {
    answer: ({ lapsesOn }, _law, on) => answerLimitation(lapsesOn.requestingLaw, on),
    // The requested State's own statute speaks of its own limitation only.
    records: (law) => grounds('limitation')(law).filter(({ isNationalLaw }) => !isNationalLaw),
  },
  'limitation-requested-law': {
    answer: ({ lapsesOn }, _law, on) => answerLimitation(lapsesOn.requestedLaw, on),
    records: grounds('limitation'),
  },
  'ne-bis-in-idem': { answer: notStated, records: grounds('ne-bis-in-idem') },
  'death-penalty': { answer: answerDeathPenalty, records: grounds('death-penalty') },
  political: { answer: notStated, records: grounds('political') },
  military: { answer: notStated, records: grounds('military') },
  'in-absentia': { answer: answerInAbsentia, records: grounds('in-absentia') },
  minor: { answer: answerMinor, records: grounds('minor-or-humanitarian') },
  refugee: { answer: answerRefugee, records: grounds('refugee-status') },
  victim: { answer: answerVictim, records: () => [] },
};

function grounds(wanted: RefusalGround) {
  return (law: LawInForce) => law.grounds.filter(({ code }) => code === wanted);
}
