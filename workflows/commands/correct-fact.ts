import type { CorrectFact } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import type { Role } from '../../domain/permissions/roles';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { declarationOf } from './find-step';
import { refuseOutOfOrder } from './order-of-facts';
import { refuseFuture } from './record-fact';

/** The step at which a second person confirms or rejects a correction. */
export const correctionStep = 'fact-correction';

/**
 * Proposes that a recorded fact happened otherwise than it was recorded. It counts when a second person has confirmed
 * it; until then everything stands as it was. What came of the event (its outcome) is not changed by a correction.
 */
export function correctFact(draft: Draft, procedure: Procedure, command: CorrectFact): Role {
  const { officerId, factKey, fact, reason, details, proof } = command;
  const step = draft.state.steps[factKey];
  if (!step?.fact) throw new Refusal('not-open', { step: factKey });
  const declared = declarationOf(procedure, step.step);
  if (fact.outcome !== step.fact.outcome) throw new Refusal('outcome-fixed', { outcome: step.fact.outcome });
  if (isPending(draft.state, factKey)) throw new Refusal('correction-pending', { step: factKey });
  refuseFuture(draft, fact.occurredAt);
  refuseOutOfOrder(draft.state, procedure, factKey, fact.occurredAt);
  const key = openConfirmation(draft, procedure);
  draft.add({ type: 'correctionProposed', key, factKey, officerId, fact, reason, details, proof });
  return declared.role;
}

/**
 * Puts a confirmed correction into effect; clocks and custody follow when the procedure runs again.
 *
 * @throws Refusal `before-its-cause` when what was recorded since it was proposed leaves no room for it
 */
export function applyCorrection(draft: Draft, procedure: Procedure, key: string): void {
  const pending = draft.state.corrections[key];
  const step = pending && draft.state.steps[pending.factKey];
  if (!pending || !step?.fact) throw new Error(`no correction waits at ${key}`);
  const { factKey, officerId, fact, details, proof } = pending;
  refuseOutOfOrder(draft.state, procedure, factKey, fact.occurredAt);
  draft.add({
    type: 'factSuperseded',
    key: factKey,
    step: step.step,
    officerId,
    previous: step.fact,
    fact,
    details,
    proof,
  });
}

function openConfirmation(draft: Draft, procedure: Procedure): string {
  const { kind, queue, role, outcomes }: StepDeclaration = declarationOf(procedure, correctionStep);
  const earlier = Object.values(draft.state.steps).filter((step) => step.step === correctionStep).length;
  const key = `${correctionStep}#${earlier + 1}`;
  draft.add({
    type: 'stepOpened',
    key,
    step: correctionStep,
    visit: earlier + 1,
    kind,
    queue,
    role,
    outcomes,
  });
  return key;
}

function isPending(state: CaseState, factKey: string): boolean {
  return Object.values(state.corrections).some((pending) => pending.factKey === factKey);
}
