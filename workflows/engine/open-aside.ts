import { Refusal } from '../../domain/case/refusal';
import type { Role } from '../../domain/permissions/roles';
import { whoActsFor } from '../../domain/procedures/who-acts';
import type { Draft } from './draft';
import type { Procedure } from './procedure';
import { startServiceLevel } from './service-level';

/**
 * Opens a step that belongs to no place of the sequence, for one of the two sides or the owner, and for another role than
 * the declared one where an officer chose it. Returns its key.
 *
 * @throws Refusal `not-open` where the procedure has no such step
 */
export function openAside(
  draft: Draft,
  procedure: Procedure,
  step: string,
  agencyCode: string | undefined,
  chosen?: Role,
): string {
  const declared = procedure.steps[step];
  if (!declared) throw new Refusal('not-open', { step });
  const { kind, queue, outcomes } = declared;
  const role = chosen ?? whoActsFor(declared, draft.state.parties, agencyCode).role;
  const visit = Object.values(draft.state.steps).filter((known) => known.step === step).length + 1;
  const key = `${step}#${visit}`;
  const agency = agencyCode === undefined ? {} : { agencyCode };
  draft.add({ type: 'stepOpened', key, step, visit, kind, queue, role, outcomes, ...agency });
  startServiceLevel(draft, key, declared);
  return key;
}
