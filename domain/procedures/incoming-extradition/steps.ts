import { adviceSteps, correctionSteps } from '../aside-steps';
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
  ...correctionSteps,
  ...adviceSteps,
} as const satisfies Record<string, StepDeclaration>;
