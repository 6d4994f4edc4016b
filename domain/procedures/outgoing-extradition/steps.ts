import { adviceSteps, correctionSteps, messageSteps } from '../aside-steps';
import type { StepDeclaration } from '../step';
import { arrestSteps } from './arrest-steps';
import { arrivalSteps } from './arrival-steps';
import { foreignPhaseSteps } from './foreign-phase-steps';
import { paperSteps } from './paper-steps';
import { surrenderSteps } from './surrender-steps';

/**
 * Outgoing extradition: Iraq asks a foreign State. The declared steps; their order is the code of
 * workflows/outgoing-extradition.ts, and a test holds the two together.
 */
export const outgoingExtraditionSteps = {
  ...paperSteps,
  ...arrestSteps,
  ...foreignPhaseSteps,
  ...surrenderSteps,
  ...arrivalSteps,
  ...messageSteps([]),
  ...correctionSteps,
  ...adviceSteps,
} as const satisfies Record<string, StepDeclaration>;

const { judgment } = outgoingExtraditionSteps;

/** The same with what only cases of the first version record: a consent is a fact of its own since. */
export const stepsOfEveryVersion = {
  ...outgoingExtraditionSteps,
  judgment: {
    ...judgment,
    outcomes: [...judgment.outcomes, 'not-needed-consent'],
    next: { ...judgment.next, 'not-needed-consent': ['decision'] },
  },
} as const satisfies Record<string, StepDeclaration>;
