import { adviceSteps } from '../advice-steps';
import type { StepDeclaration } from '../step';
import { incomingCustodySteps } from './custody-steps';
import { paperSteps } from './paper-steps';
import { surrenderSteps } from './surrender-steps';

/**
 * Incoming extradition: a foreign State asks Iraq. The declared steps; their order is the code of
 * workflows/incoming-extradition.ts, and a test holds the two together.
 */
export const incomingExtraditionSteps = {
  ...paperSteps,
  ...incomingCustodySteps,
  ...surrenderSteps,
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
