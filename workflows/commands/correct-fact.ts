import type { CorrectFact } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import { correctionStep } from '../../domain/procedures/aside-steps';
import type { Draft } from '../engine/draft';
import { openAside } from '../engine/open-aside';
import type { Procedure } from '../engine/procedure';
import { authorityOf, declarationOf } from './find-step';
import { refuseOutOfOrder } from './order-of-facts';
import { refuseFuture } from './record-fact';

/**
 * Proposes that a recorded fact happened otherwise than it was recorded. It counts when a second person has confirmed
 * it; until then everything stands as it was. What came of the event (its outcome) is not changed by a correction.
 */
export function correctFact(draft: Draft, procedure: Procedure, command: CorrectFact): Authority {
  const { officerId, factKey, fact, reason, details, proof } = command;
  const step = draft.state.steps[factKey];
  if (!step?.fact) throw new Refusal('not-open', { step: factKey });
  const declared = declarationOf(procedure, step.step);
  if (fact.outcome !== step.fact.outcome) throw new Refusal('outcome-fixed', { outcome: step.fact.outcome });
  if (step.fact.signs !== undefined) throw new Refusal('signed-protocol', { step: factKey });
  if (declared.limitDate === 'required' && fact.limitDate === null) {
    throw new Refusal('limit-date-missing', { step: factKey });
  }
  if (isPending(draft.state, factKey)) throw new Refusal('correction-pending', { step: factKey });
  refuseFuture(draft, fact.occurredAt);
  refuseOutOfOrder(draft.state, procedure, factKey, fact.occurredAt);
  // The second person is of the side whose fact it is.
  const key = openAside(draft, procedure, correctionStep, step.agencyCode);
  draft.add({ type: 'correctionProposed', key, factKey, officerId, fact, reason, details, proof });
  return authorityOf(draft.state, { declared, state: step });
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

function isPending(state: CaseState, factKey: string): boolean {
  return Object.values(state.corrections).some((pending) => pending.factKey === factKey);
}
