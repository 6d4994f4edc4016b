import { incomingFacts } from '../../law/admissibility/incoming-facts';
import type { ProcedureDefinition } from '../definition';
import { assessIncoming } from './assess';
import { incomingFactSchema } from './facts';
import { type IncomingRequest, incomingRequestSchema } from './request';
import { incomingExtraditionSteps } from './steps';
import { toldOf } from './told';

export const incomingExtradition: ProcedureDefinition<'incoming-extradition', IncomingRequest> = {
  name: 'incoming-extradition',
  version: 1,
  workflowType: 'incomingExtradition',
  steps: incomingExtraditionSteps,
  request: incomingRequestSchema,
  facts: incomingFactSchema,
  assess: assessIncoming,
  told: toldOf,
  // What foreign States ask is for the federal side to answer, wherever the person is (Iraq, Constitution art. 110).
  sides: () => ({
    requesting: 'FED',
    requested: null,
    named: { requesting: 'requestedState', requested: 'requestingState' },
  }),
  asksLawFirst: true,
  warrantOf: ({ title, requestingState }) => title && { ...title, state: requestingState },
  barredBy: { step: 'court-decision', outcome: 'refused' },
  admissibility: incomingFacts,
};
