import { adviceSteps } from '../advice-steps';
import type { StepDeclaration } from '../step';
import { questionSteps } from './question-steps';
import { requestSteps } from './request-steps';

/**
 * Information exchange between the federal side and the Kurdistan Region, or between the federal side and an authority
 * abroad. The declared steps; their order is the code of workflows/information-exchange.ts, and a test holds the two
 * together. Between the sides everything is a message with a receipt; what an authority abroad did is recorded as a
 * fact with its proof.
 */
export const informationExchangeSteps = {
  ...requestSteps,
  ...questionSteps,
  'message-receipt': {
    kind: 'receipt',
    queue: 'todo',
    aside: true,
    role: 'liaison',
    serviceLevel: 'SLA-RECEIPT',
    outcomes: ['received'],
    source: 'house rule: what one side gives the other is acknowledged',
    next: { received: ['end'] },
  },
  answer: {
    kind: 'message',
    queue: 'todo',
    aside: true,
    role: 'liaison',
    sends: 'answer',
    serviceLevel: 'SLA-ANSWER',
    outcomes: ['answered'],
    source: 'house rule: a question of the other side is answered',
    next: { answered: ['message-receipt'] },
  },
  'fact-correction': {
    kind: 'correction',
    queue: 'todo',
    aside: true,
    role: 'manager',
    outcomes: ['confirmed', 'rejected'],
    reasonFor: ['rejected'],
    source: 'house rule: a second person confirms every correction',
    next: { confirmed: [], rejected: [] },
  },
  ...adviceSteps,
} as const satisfies Record<string, StepDeclaration>;

export type InformationExchangeStep = keyof typeof informationExchangeSteps;
