import { outgoingFacts } from '../../law/admissibility/outgoing-facts';
import type { ProcedureDefinition } from '../definition';
import { isForeignNational } from '../person-fields';
import { assess } from './assess';
import { outgoingFactSchema } from './facts';
import { type OutgoingRequest, outgoingRequestSchema } from './request';
import { outgoingExtraditionSteps } from './steps';
import { outgoingExtraditionStepsOfVersion1 } from './version-1-steps';

export const outgoingExtradition: ProcedureDefinition<'outgoing-extradition', OutgoingRequest> = {
  name: 'outgoing-extradition',
  version: 2,
  workflowType: 'outgoingExtradition',
  steps: outgoingExtraditionSteps,
  earlierSteps: { 1: outgoingExtraditionStepsOfVersion1 },
  request: outgoingRequestSchema,
  facts: outgoingFactSchema,
  assess: (request) => assess(request),
  told: ({ committee, person }) => ({
    foreignNational: isForeignNational(person.nationalities),
    ...(committee ? { committee } : {}),
  }),
  sides: ({ originSide = 'FED' }) => ({
    requesting: originSide,
    requested: originSide === 'KRG' ? 'FED' : null,
    named: { requesting: 'originSide', requested: 'originSide' },
  }),
  sidesCalled: { requesting: 'origin', requested: 'federal' },
  admissibility: outgoingFacts,
};
