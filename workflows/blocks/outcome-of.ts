import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { Run } from '../engine/run';

/** The outcomes that a step's declaration allows. */
export type OutcomeOf<S extends StepTable, N extends keyof S> = S[N]['outcomes'][number];

/** Opens a step for a person and waits until it is closed. The shared part of the blocks that a person decides. */
export function* outcomeOf<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
): Block<OutcomeOf<S, N>> {
  const { remembered } = run.enter(step);
  return remembered.outcome ?? (yield* waiting());
}
