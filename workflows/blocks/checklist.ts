import type { StepTable } from '../../domain/procedures/step';
import type { Run } from '../engine/run';

/** Mandatory fields and documents: reports what is missing and lets the case go on; see ContentSummary.blocking. */
export function checklist<S extends StepTable>(run: Run<S>, step: keyof S & string): void {
  const { key, remembered } = run.enter(step);
  if (remembered.outcome !== null) return;
  run.close(key, run.state.content.gaps.length > 0 ? 'gaps' : 'complete');
}
