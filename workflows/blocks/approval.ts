import type { StepTable } from '../../domain/procedures/step';
import type { Block } from '../engine/block';
import type { Run } from '../engine/run';
import { type OutcomeOf, outcomeOf } from './outcome-of';

/**
 * A sign-off by an officer of the step's role, under four eyes, over the content as it was read. A later edit of
 * the content reopens it, and what came after it is withdrawn until it is signed again.
 */
export function approval<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
): Block<OutcomeOf<S, N>> {
  return outcomeOf(run, step);
}
