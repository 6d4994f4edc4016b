import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { EnteredStep, Run } from '../engine/run';

/** The outcomes that a step's declaration allows. */
export type OutcomeOf<S extends StepTable, N extends keyof S> = S[N]['outcomes'][number];

/** Opens a step for a person and waits until it is closed. The shared part of the blocks that a person decides. */
export function* outcomeOf<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
): Block<OutcomeOf<S, N>> {
  return yield* outcomeIn(run.enter(step));
}

/** The same for a step that belongs to what has led to it, such as a ballot, and carries its number. */
export function* outcomeAt<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
  visit: number,
): Block<OutcomeOf<S, N>> {
  return yield* outcomeIn(run.enterVisit(step, visit));
}

function* outcomeIn<Outcome>({ remembered }: EnteredStep): Block<Outcome> {
  return (remembered.outcome as Outcome | null) ?? (yield* waiting());
}
