import type { Basis } from '../rule-record';

/** What a request is asked, in the order of the report. */
export const questionCodes = [
  'threshold-requesting-law',
  'threshold-requested-law',
  'threshold-sentence',
  'nationality',
  'limitation-requesting-law',
  'limitation-requested-law',
  'ne-bis-in-idem',
  'death-penalty',
  'political',
  'military',
  'in-absentia',
  'minor',
  'refugee',
  'victim',
] as const;
export type QuestionCode = (typeof questionCodes)[number];

/**
 * `met`: nothing stands against the request, on the facts that it states. `not-met`: something does. `needs-a-person`: the
 * request does not say, or what it says has to be weighed.
 */
export const answerCodes = ['met', 'not-met', 'needs-a-person'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** Why a question is answered as it is; the texts are `admissibility.reason.*`. */
export const reasonCodes = [
  'title-missing',
  'not-in-request',
  'no-threshold-known',
  'offence-in-that-law',
  'maximum-reaches-threshold',
  'one-offence-reaches-threshold',
  'maximum-not-in-figures',
  'maximum-below-threshold',
  'no-sentence-yet',
  'sentence-reaches-threshold',
  'sentence-not-in-figures',
  'sentence-below-threshold',
  'not-a-national',
  'national',
  'dual-national',
  'national-may-be-refused',
  'not-lapsed',
  'lapsed',
  'no-death-penalty',
  'assurance-offered',
  'assurance-weaker',
  'assurance-missing',
  'not-in-absentia',
  'retrial-assured',
  'retrial-not-assured',
  'of-age',
  'minor',
  'possible-minor',
  'not-a-refugee',
  'asylum-or-refugee',
  'not-a-victim',
  'possible-victim',
  'victim',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** The answer to a question without its articles. */
export interface Finding {
  readonly answer: AnswerCode;
  readonly reason: ReasonCode;
  /** For the reason's text: ISO dates, figures, codes of States. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Where the law speaks of a question, and how far that is to be trusted. */
export interface Article {
  readonly instrument: string;
  readonly article: string;
  readonly source: string;
  readonly basis: Basis;
  readonly verified: boolean;
}

export interface AnsweredQuestion extends Finding {
  readonly question: QuestionCode;
  /** Empty where the instruments that bind the two States say nothing of it. */
  readonly articles: readonly Article[];
}

/** Supports the legal review and decides nothing: every question, none left out. */
export interface AdmissibilityReport {
  /** ISO date for which it was made. */
  readonly on: string;
  readonly requestingState: string;
  readonly requestedState: string;
  readonly questions: readonly AnsweredQuestion[];
}

export function met(reason: ReasonCode, params: Finding['params'] = {}): Finding {
  return { answer: 'met', reason, params };
}

export function notMet(reason: ReasonCode, params: Finding['params'] = {}): Finding {
  return { answer: 'not-met', reason, params };
}

export function needsAPerson(reason: ReasonCode, params: Finding['params'] = {}): Finding {
  return { answer: 'needs-a-person', reason, params };
}
