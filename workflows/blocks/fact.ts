import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { EnteredStep, RecordedFact, Run } from '../engine/run';
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
  return yield* factIn(run.enter(step, only));
}

/** The same for a step that belongs to what has led to it, such as an arrest, and carries its number. */
export function* factAt<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
  visit: number,
): Block<FactOf<S, N>> {
  return yield* factIn(run.enterVisit(step, visit));
}

function* factIn<S extends StepTable, N extends keyof S & string>({
  key,
  remembered,
}: EnteredStep): Block<FactOf<S, N>> {
  if (!remembered.fact) return yield* waiting();
  return { ...remembered.fact, key, visit: remembered.visit };
}
