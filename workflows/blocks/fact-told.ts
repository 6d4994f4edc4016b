import type { FactRecord } from '../../domain/case/events';
import type { StepTable } from '../../domain/procedures/step';
import type { Run } from '../engine/run';

/** Records a visit of a fact that the request itself tells: its limits must not wait until somebody records it. */
export function tellFact<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
  visit: number,
  fact: FactRecord & { readonly outcome: S[N]['outcomes'][number] },
): void {
  const { key, remembered } = run.enterVisit(step, visit);
  if (remembered.outcome === null) run.tell(key, step, fact);
}
