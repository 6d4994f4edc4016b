import { whoActsFor } from '../../domain/procedures/who-acts';
import type { Draft } from './draft';
import type { Procedure } from './procedure';
import { startServiceLevel } from './service-level';

/** Opens a closed step again, with a service level that begins now, or once the case rests no more. */
export function reopenStep(draft: Draft, procedure: Procedure, key: string): void {
  const { step = '', agencyCode } = draft.state.steps[key] ?? {};
  const declared = procedure.steps[step];
  if (!declared) throw new Error(`step ${key} is not declared`);
  const { role } = whoActsFor(declared, draft.state.parties, agencyCode);
  const agency = agencyCode === undefined ? {} : { agencyCode };
  draft.add({ type: 'stepReopened', key, step, role, ...agency });
  startServiceLevel(draft, key, declared);
}
