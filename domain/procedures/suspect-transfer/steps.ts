import { adviceSteps, correctionSteps, messageSteps } from '../aside-steps';
import type { StepDeclaration } from '../step';
import { custodySteps } from './custody-steps';
import { handoverSteps } from './handover-steps';
import { paperSteps } from './paper-steps';

/**
 * Suspect transfer between the federal side and the Kurdistan Region: a warrant of one side's court is carried out by
 * the other. The declared steps; their order is the code of workflows/suspect-transfer.ts, and a test holds the two
 * together. No statute fixes the steps: their source is the practice, and the law where it speaks.
 */
export const suspectTransferSteps = {
  ...paperSteps,
  ...custodySteps,
  ...handoverSteps,
  'warrant-cancellation': {
    kind: 'fact',
    queue: 'awaited',
    party: 'requesting',
    role: 'liaison',
    outcomes: ['cancelled'],
    proof: 'required',
    source: 'Iraq CPC 23/1971 art. 94: a warrant is valid until executed or cancelled (number to be checked)',
    next: { cancelled: ['release-after-handover', 'end'] },
  },
  ...messageSteps([]),
  ...correctionSteps,
  ...adviceSteps,
} as const satisfies Record<string, StepDeclaration>;

export type SuspectTransferStep = keyof typeof suspectTransferSteps;
