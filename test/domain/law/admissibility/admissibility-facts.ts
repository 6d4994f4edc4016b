import { answerQuestions } from '../../../../domain/law/admissibility/assess-admissibility';
import type {
  AdmissibilityFacts,
  OffenceFacts,
  TitleFacts,
} from '../../../../domain/law/admissibility/facts';
import type { AdmissibilityLaw, Ground, Threshold } from '../../../../domain/law/admissibility/law';
import type { QuestionCode } from '../../../../domain/law/admissibility/report';
import { catalogue } from '../../../../domain/law/catalogue/catalogue';
import { selectInstruments } from '../../../../domain/law/catalogue/select';

export const on = '2026-03-01';

/** The instruments that bind two States, as the product ships them. */
export function lawBetween(requestingState: string, requestedState: string): AdmissibilityLaw {
  const procedure = requestingState === 'IQ' ? 'outgoing-extradition' : 'incoming-extradition';
  const pair = { procedure, requestingState, requestedState, on };
  return selectInstruments(catalogue(), pair).map(({ id }) => catalogue().instrument(id));
}

export const swedish = lawBetween('IQ', 'SE');
export const iraqi = lawBetween('SE', 'IQ');

export const offence: OffenceFacts = {
  from: '2025-03-01',
  requestingLaw: { provision: 'IQ-28-2012-6', maximum: { amount: 15, unit: 'year' } },
  requestedLaw: { provision: 'Brottsbalken 4:1a', maximum: { amount: 10, unit: 'year' } },
  deathPenaltyPossible: false,
};

export const judgment: TitleFacts = {
  kind: 'judgment',
  inAbsentia: false,
  sentenceImposed: { amount: 2, unit: 'year' },
  sentenceRemaining: { amount: 1, unit: 'year' },
};

/** A request against which nothing stands. */
export const clean: AdmissibilityFacts = {
  procedure: 'outgoing-extradition',
  requestingState: 'IQ',
  requestedState: 'SE',
  nationalities: ['IQ'],
  birth: '1988-02-29',
  title: judgment,
  offences: [offence],
  lapsesOn: { requestingLaw: '2040-01-01', requestedLaw: '2035-01-01' },
  assurances: [],
  asylumOrRefugee: false,
  identifiedAsVictim: false,
};

export function answer(
  question: QuestionCode,
  facts: Partial<AdmissibilityFacts>,
  law: AdmissibilityLaw = swedish,
) {
  const report = answerQuestions({ ...clean, ...facts }, law, on);
  const found = report.questions.find((answered) => answered.question === question);
  return `${found?.answer}: ${found?.reason}`;
}

export function articles(
  question: QuestionCode,
  law: AdmissibilityLaw,
  facts: Partial<AdmissibilityFacts> = {},
) {
  const report = answerQuestions({ ...clean, ...facts }, law, on);
  const found = report.questions.find((answered) => answered.question === question);
  return found?.articles.map(({ instrument, article }) => `${instrument} ${article}`);
}

export const incoming = {
  procedure: 'incoming-extradition',
  requestingState: 'SE',
  requestedState: 'IQ',
} as const;
const unverified = { basis: 'text-read', verified: false, effectiveFrom: null, effectiveTo: null } as const;

export function treaty(records: {
  threshold?: Partial<Threshold>;
  ground?: Pick<Ground, 'code' | 'force'>;
}): AdmissibilityLaw {
  const record = { ...unverified, article: '1', source: 'a treaty, art. 1', procedures: [clean.procedure] };
  const threshold: Threshold = {
    ...record,
    kind: 'offence',
    minimum: null,
    laws: 'both',
    ...records.threshold,
  };
  return [
    {
      id: 'TREATY',
      application: { kind: 'treaty' },
      thresholds: records.threshold ? [threshold] : [],
      grounds: records.ground ? [{ ...record, ...records.ground }] : [],
    },
  ];
}
