import { outgoingFacts } from '../../law/admissibility/outgoing-facts';
import type { ProcedureDefinition } from '../definition';
import { assess } from './assess';
import { outgoingFactSchema } from './facts';
import { type OutgoingRequest, outgoingRequestSchema } from './request';
import { outgoingExtraditionSteps } from './steps';

export const outgoingExtradition: ProcedureDefinition<'outgoing-extradition', OutgoingRequest> = {
  name: 'outgoing-extradition',
  version: 1,
  workflowType: 'outgoingExtradition',
  steps: outgoingExtraditionSteps,
  request: outgoingRequestSchema,
  facts: outgoingFactSchema,
  assess,
  admissibility: outgoingFacts,
};
