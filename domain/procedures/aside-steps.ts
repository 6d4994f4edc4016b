import type { Next, StepDeclaration } from './step';

/*
 * What any procedure may have beside its course: opened by what an officer does, and no part of the sequence. Each is
 * spread into the tables of the procedures that have it; in the others its command is refused.
 */

export const correctionStep = 'fact-correction';
export const receiptStep = 'message-receipt';
export const answerStep = 'answer';
/** The step at which a role gives the opinion that an officer asked it for. */
export const adviceStep = 'advice';

/** A fact is put right, when a second person has confirmed it. */
export const correctionSteps = {
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
} as const satisfies Record<typeof correctionStep, StepDeclaration>;

/**
 * The two sides tell each other something, and ask.
 *
 * @param received what the procedure goes on with when the last receipt is there, where it waits for that
 */
export function messageSteps<const After extends readonly Next[]>(received: After) {
  return {
    'message-receipt': {
      kind: 'receipt',
      queue: 'todo',
      aside: true,
      role: 'liaison',
      serviceLevel: 'SLA-RECEIPT',
      outcomes: ['received'],
      source: 'house rule: what one side gives the other is acknowledged',
      next: { received },
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
  } as const satisfies Record<typeof receiptStep | typeof answerStep, StepDeclaration>;
}

/**
 * An officer asks a role for its opinion. Holds nothing up; several may be open at once. The role is chosen by who asks:
 * the one named here is whom a picture shows.
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
