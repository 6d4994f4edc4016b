import type { CaseState } from '../../domain/case/state';
import { hashOf } from '../../domain/hash';

/**
 * In what the workflow and the register disagree although both are at the same event: names of what differs. Only
 * what a case acts on is compared; a state that an older release carried on may lack what a newer one added.
 */
export function compareStates(workflow: CaseState, register: CaseState): string[] {
  const [theirs, ours] = [actedOn(workflow), actedOn(register)];
  return (Object.keys(ours) as (keyof typeof ours)[]).filter(
    (name) => hashOf(theirs[name]) !== hashOf(ours[name]),
  );
}

function actedOn({ status, outcome, content, steps, clocks, decisions }: CaseState) {
  return {
    status,
    outcome,
    content: content.hash,
    steps: Object.fromEntries(
      Object.entries(steps).map(([key, step]) => [key, { outcome: step.outcome, openedSeq: step.openedSeq }]),
    ),
    clocks: Object.fromEntries(Object.entries(clocks).map(([key, clock]) => [key, clock.status])),
    decisions: decisions.map(({ key, officerId, outcome: decided }) => ({ key, officerId, decided })),
  };
}
