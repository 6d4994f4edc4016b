import { Refusal } from '../../domain/case/refusal';
import type { CaseState, StepState } from '../../domain/case/state';
import type { Procedure } from '../engine/procedure';
import { declarationOf } from './find-step';

type RecordedStep = StepState & { readonly fact: NonNullable<StepState['fact']> };

/**
 * Holds a fact that is moved to another instant between those that led to it and those that it led to. What may come
 * again has several facts, and an earlier round's did not follow from a later one's: the order that is known is kept.
 *
 * @throws Refusal `before-its-cause` when the two would change places
 */
export function refuseOutOfOrder(
  state: CaseState,
  procedure: Procedure,
  factKey: string,
  occurredAt: string,
): void {
  const moved = state.steps[factKey];
  const momentOf = (step: RecordedStep) => (step === moved ? occurredAt : step.fact.occurredAt);
  for (const effect of recordedSteps(state)) {
    for (const cause of causesOf(state, procedure, effect)) {
      if (effect !== moved && cause !== moved) continue;
      const [earlier, later] = [momentOf(cause), momentOf(effect)];
      if (later >= earlier) continue;
      throw new Refusal('before-its-cause', {
        occurredAt: later,
        cause: cause.step,
        causeOccurredAt: earlier,
      });
    }
  }
}

/** What led to a fact: what is known to have come later did not. */
function causesOf(state: CaseState, procedure: Procedure, { step, fact }: RecordedStep): RecordedStep[] {
  const names = declarationOf(procedure, step).notBefore ?? [];
  return recordedSteps(state).filter(
    (cause) => names.includes(cause.step) && cause.fact.occurredAt <= fact.occurredAt,
  );
}

function recordedSteps(state: CaseState): RecordedStep[] {
  return Object.values(state.steps).filter((step): step is RecordedStep => step.fact !== null);
}
