import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { Run } from '../engine/run';
import type { OutcomeOf } from './outcome-of';

/**
 * Findings that gate, those of the content and `more`: with none it closes by itself as `clear`, with any a person
 * decides. Once it waits for a person, an edit that makes the findings go away does not close it.
 */
export function* check<S extends StepTable, N extends keyof S & string>(
  run: Run<S>,
  step: N,
  more: readonly string[] = [],
): Block<OutcomeOf<S, N>> {
  const { key, remembered, isNew } = run.enter(step);
  if (remembered.outcome !== null) return remembered.outcome;
  if (run.state.content.findings.length + more.length > 0 || !isNew) return yield* waiting();
  run.close(key, 'clear');
  return 'clear';
}
