import type { Inquiry } from '../../case/events';
import type { Assessment } from '../assessment';
import { type InformationRequest, isAbroad } from './request';

/** What a request lacks (UNTOC art. 18(14): in writing; 18(15)(f): what the information is for). Nothing blocks it. */
export function assessInformation(request: InformationRequest): Assessment {
  const provided = new Set<string>(request.documents.map(({ item }) => item));
  return {
    gaps: [
      ...(request.purpose === undefined ? ['purpose'] : []),
      ...(isAbroad(request) && !provided.has('request-letter') ? ['request-letter'] : []),
    ],
    blocking: [],
    findings: [],
  };
}

/** Whose answers do not leave by one hand: each of a request that is kept close, and the sensitive ones of any. */
export const keptClose: readonly InformationRequest['classification'][] = ['confidential', 'secret'];

/** The questions as the workflow may know them. */
export function inquiryOf({ answerWithin, classification, questions }: InformationRequest): Inquiry {
  const { amount, unit, calendar } = answerWithin;
  return {
    answerWithin: { amount, unit, ...(calendar === undefined ? {} : { calendar }) },
    questions: questions.map(({ document, sensitive }) => ({
      document,
      release: sensitive || keptClose.includes(classification),
    })),
  };
}
