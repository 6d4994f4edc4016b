import type { CorrectFact } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import type { Role } from '../../domain/permissions/roles';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { declarationOf } from './find-step';
import { refuseImpossibleTime } from './record-fact';

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
  refuseImpossibleTime(draft, declared, fact.occurredAt);
  refuseAfterItsEffects(draft.state, procedure, step.step, fact.occurredAt);
  const key = openConfirmation(draft, procedure);
  draft.add({ type: 'correctionProposed', key, factKey, officerId, fact, reason, details, proof });
  return declared.role;
}

/** Puts a confirmed correction into effect; clocks and custody follow when the procedure runs again. */
export function applyCorrection(draft: Draft, key: string): void {
  const pending = draft.state.corrections[key];
  const step = pending && draft.state.steps[pending.factKey];
  if (!pending || !step?.fact) throw new Error(`no correction waits at ${key}`);
  const { factKey, officerId, fact, details, proof } = pending;
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

/** An event cannot have happened after those that must have come later. */
function refuseAfterItsEffects(
  state: CaseState,
  procedure: Procedure,
  cause: string,
  occurredAt: string,
): void {
  for (const step of Object.values(state.steps)) {
    const follows = declarationOf(procedure, step.step).notBefore?.includes(cause) ?? false;
    if (follows && step.fact && step.fact.occurredAt < occurredAt) {
      throw new Refusal('before-its-cause', {
        occurredAt: step.fact.occurredAt,
        cause,
        causeOccurredAt: occurredAt,
      });
    }
  }
}
