import type { StepTable } from '../../domain/procedures/step';
import type { Block } from '../engine/block';
import type { Run } from '../engine/run';
import { type OutcomeOf, outcomeOf } from './outcome-of';

/** A condition that has to be kept after the surrender, such as speciality: stays open until a manager ends it with a reason. */
export function watch<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
): Block<OutcomeOf<S, N>> {
  return outcomeOf(run, step);
}
