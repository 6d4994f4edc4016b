import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { RecordedFact, Run } from '../engine/run';
import type { OutcomeOf } from './outcome-of';

/** A fact with the outcomes that its step declares. */
export type FactOf<S extends StepTable, N extends keyof S> = RecordedFact & {
  readonly outcome: OutcomeOf<S, N>;
};

/**
 * Waits for something that happens outside and is recorded by an officer, with proof where the step asks for it.
 * `only` narrows the outcomes where what came before leaves no other.
 */
export function* fact<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
  only?: readonly OutcomeOf<S, N>[],
): Block<FactOf<S, N>> {
  const { key, remembered } = run.enter(step, only);
  if (!remembered.fact) return yield* waiting();
  return { ...remembered.fact, key, visit: remembered.visit };
}
