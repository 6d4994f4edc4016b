import type { CaseCommand, Resume, Suspend } from '../../domain/case/commands';
import type { StepKind } from '../../domain/case/events';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { clocksOfStep, startServiceLevel } from '../engine/service-level';
import { declarationOf } from './find-step';

/** The steps whose internal service level rests and begins anew: all that are open and declare one. */
function stepsOnService(state: CaseState, procedure: Procedure) {
  return Object.entries(state.steps).flatMap(([key, step]) => {
    const declared = declarationOf(procedure, step.step);
    return step.outcome === null && declared.serviceLevel ? [{ key, declared }] : [];
  });
}

/** Lets a case rest: internal service levels stop, legal limits run on. */
export function suspend(draft: Draft, procedure: Procedure, { officerId, reason }: Suspend): Authority {
  if (draft.state.suspended) throw new Refusal('suspended');
  draft.add({ type: 'caseSuspended', officerId, reason });
  for (const { key, declared } of stepsOnService(draft.state, procedure)) {
    for (const clock of clocksOfStep(draft, key)) {
      if (draft.state.clocks[clock]?.rule === declared.serviceLevel)
        draft.add({ type: 'clockStopped', key: clock });
    }
  }
  return ofOwner('manager');
}

/** Lets a case go on: internal service levels begin anew. */
export function resume(draft: Draft, procedure: Procedure, { officerId, reason }: Resume): Authority {
  if (!draft.state.suspended) throw new Refusal('not-suspended');
  draft.add({ type: 'caseResumed', officerId, reason });
  for (const { key, declared } of stepsOnService(draft.state, procedure))
    startServiceLevel(draft, key, declared);
  return ofOwner('manager');
}

/** @throws Refusal for what has to wait until the case is resumed */
export function refuseWhileSuspended(state: CaseState, procedure: Procedure, command: CaseCommand): void {
  if (state.suspended && rests(state, procedure, command)) throw new Refusal('suspended');
}

/** What is said of a limit that has passed, that something was received, and advice are no sign-off. */
const unresting: readonly (StepKind | undefined)[] = ['expiry', 'receipt', 'advice'];

/** Nobody signs, edits or sends the request. What happens outside is recorded, because legal limits do not rest. */
function rests({ steps }: CaseState, procedure: Procedure, command: CaseCommand): boolean {
  switch (command.type) {
    case 'rescind':
    case 'reviseContent':
    case 'castVote':
      return true;
    case 'decide':
      return !unresting.includes(steps[command.step.key]?.kind);
    case 'sendMessage':
      return (
        command.step !== null && procedure.steps[steps[command.step.key]?.step ?? '']?.sends === 'request'
      );
    default:
      return false;
  }
}
