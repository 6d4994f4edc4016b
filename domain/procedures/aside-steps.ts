import { adviceSteps } from './advice-steps';
import type { StepDeclaration } from './step';

/** What either side may say, ask or correct at any time: opened by an officer, and no part of a sequence. */
export const asideSteps = {
  'message-receipt': {
    kind: 'receipt',
    queue: 'todo',
    aside: true,
    role: 'liaison',
    serviceLevel: 'SLA-RECEIPT',
    outcomes: ['received'],
    source: 'house rule: what one side gives the other is acknowledged',
    next: { received: [] },
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
