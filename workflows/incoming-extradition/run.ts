import type { incomingExtraditionSteps as steps } from '../../domain/procedures/incoming-extradition/steps';
import type { FactOf } from '../blocks/fact';
import type { Run as EngineRun } from '../engine/run';

export type Run = EngineRun<typeof steps>;
export type Fact<N extends keyof typeof steps> = FactOf<typeof steps, N>;
type Step = keyof typeof steps;

/** How many facts of a step have been recorded, with an outcome where one is named. */
export function countOf({ state }: Run, step: Step, outcome?: string): number {
  return Object.values(state.steps).filter(
    (known) => known.step === step && known.fact && (outcome ?? known.fact.outcome) === known.fact.outcome,
  ).length;
}
