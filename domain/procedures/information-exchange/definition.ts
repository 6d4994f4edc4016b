import type { ProcedureDefinition } from '../definition';
import { assessInformation, inquiryOf } from './assess';
import { informationFactSchema } from './facts';
import { type InformationRequest, informationRequestSchema } from './request';
import { informationExchangeSteps } from './steps';

export const informationExchange: ProcedureDefinition<'information-exchange', InformationRequest> = {
  name: 'information-exchange',
  version: 1,
  workflowType: 'informationExchange',
  steps: informationExchangeSteps,
  request: informationRequestSchema,
  facts: informationFactSchema,
  assess: assessInformation,
  told: (request) => ({
    inquiry: inquiryOf(request),
    confidential: ['confidential', 'secret'].includes(request.classification),
  }),
  linkOf: ({ linkedCase }) => linkedCase ?? null,
  sides: ({ from, to }) =>
    from === 'abroad' || to === 'abroad' ? null : { requesting: from, requested: to },
  ownSide: ({ from, to }) => (from === 'abroad' || to === 'abroad' ? 'FED' : null),
};
