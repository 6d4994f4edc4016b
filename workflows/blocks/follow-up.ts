import type { StepTable } from '../../domain/procedures/step';
import type { Block } from '../engine/block';
import type { Run } from '../engine/run';
import { type OutcomeOf, outcomeOf } from './outcome-of';

/** What is to be done now, chosen by an officer of the step's role: no sign-off, so not under four eyes. */
export function followUp<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
): Block<OutcomeOf<S, N>> {
  return outcomeOf(run, step);
}
