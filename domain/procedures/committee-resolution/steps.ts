import type { Role } from '../../permissions/roles';
import { adviceSteps } from '../aside-steps';
import { committeeSteps } from '../committee-steps';
import type { StepDeclaration } from '../step';

/** Who puts a resolution to the committee. */
export const resolutionOpener: Role = 'secretary';

/**
 * A resolution of the national committee, alone: about a matter, and no person. The declared steps; their order is the
 * code of workflows/committee-resolution.ts, and a test holds the two together.
 */
export const committeeResolutionSteps = {
  'request-checklist': {
    kind: 'checklist',
    queue: 'todo',
    role: 'secretary',
    outcomes: ['complete', 'gaps'],
    source: 'house policy: a resolution is put to the committee in writing',
    next: { complete: ['committee-invitation'], gaps: ['committee-invitation'] },
  },
  ...committeeSteps({ minutes: ['end'], withdrawn: ['end'] }),
  ...adviceSteps,
} as const satisfies Record<string, StepDeclaration>;
