import type { ProcedureDefinition } from '../definition';
import { assessInformation, inquiryOf, keptClose } from './assess';
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
    confidential: keptClose.includes(request.classification),
  }),
  linkOf: ({ linkedCase }) => linkedCase ?? null,
  sides({ from, to }) {
    const named = { requesting: 'from', requested: 'to' };
    if (to === 'abroad') return { requesting: 'FED', requested: null, named };
    // A foreign authority that asks has no officer here: its request is opened by the side that is asked.
    if (from === 'abroad')
      return { requesting: 'FED', requested: null, named: { requesting: 'to', requested: 'from' } };
    return { requesting: from, requested: to, named };
  },
};
