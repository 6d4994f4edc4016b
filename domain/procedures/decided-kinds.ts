import type { StepKind } from '../case/events';

/** Kinds of steps that are signed under four eyes. */
export const signedKinds: readonly StepKind[] = ['approval', 'check'];

/** Kinds of steps whose outcome an officer chooses. */
export const decidedKinds: readonly StepKind[] = [
  ...signedKinds,
  'followUp',
  'watch',
  'expiry',
  'correction',
  'crossCheck',
  'chairDecision',
  'receipt',
  'advice',
];

/** Whether an officer chooses the outcome of a step; of the others he records what happened. */
export function isDecided(kind: string): boolean {
  return (decidedKinds as readonly string[]).includes(kind);
}
