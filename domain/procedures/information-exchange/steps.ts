import { adviceSteps, correctionSteps, messageSteps } from '../aside-steps';
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
  ...messageSteps(['end']),
  ...correctionSteps,
  ...adviceSteps,
} as const satisfies Record<string, StepDeclaration>;

export type InformationExchangeStep = keyof typeof informationExchangeSteps;
