import type { StepDeclaration } from './step';

/** The step at which a role gives the opinion that an officer asked it for. */
export const adviceStep = 'advice';

/**
 * What every procedure declares for advice. It belongs to no place of the sequence and holds nothing up; several may be
 * open at once. The role is chosen by who asks: the one named here is whom a picture shows.
 */
export const adviceSteps = {
  advice: {
    kind: 'advice',
    queue: 'todo',
    aside: true,
    role: 'legal-reviewer',
    serviceLevel: 'SLA-ADVICE',
    outcomes: ['given'],
    reasonFor: ['given'],
    source: 'house rule: an officer may ask any role of his own side for its opinion',
    next: { given: [] },
  },
} as const satisfies Record<typeof adviceStep, StepDeclaration>;
