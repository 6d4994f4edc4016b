import type { Draft } from './draft';
import type { Procedure } from './procedure';
import { startServiceLevel } from './service-level';

/** Opens a closed step again, with a service level that begins now. */
export function reopenStep(draft: Draft, procedure: Procedure, key: string): void {
  const step = draft.state.steps[key]?.step ?? '';
  const declared = procedure.steps[step];
  if (!declared) throw new Error(`step ${key} is not declared`);
  draft.add({ type: 'stepReopened', key, step, role: declared.role });
  startServiceLevel(draft, key, declared);
}
