import type { StepTable } from '../../domain/procedures/step';
import type { Block } from '../engine/block';
import type { Run } from '../engine/run';
import { type OutcomeOf, outcomeOf } from './outcome-of';

/** Something that one side gives the other. That the other side has it is a step of its own. */
export function message<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
): Block<OutcomeOf<S, N>> {
  return outcomeOf(run, step);
}
