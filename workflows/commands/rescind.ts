import type { Rescind } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { hasHappened } from '../../domain/case/state';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { reopenStep } from '../engine/reopen-step';
import { authorityOf, declarationOf } from './find-step';

/**
 * An officer takes his sign-off back, with a reason, as long as nothing has been done on it: the step is open again
 * and what followed it is withdrawn.
 */
export function rescind(draft: Draft, procedure: Procedure, command: Rescind): Authority {
  const { key, openedSeq } = command.step;
  const step = draft.state.steps[key];
  if (!step || step.openedSeq !== openedSeq || step.outcome === null)
    throw new Refusal('not-open', { step: key });
  const declared = declarationOf(procedure, step.step);
  if (declared.kind !== 'approval') throw new Refusal('not-open', { step: key });
  const decision = draft.state.decisions.findLast((candidate) => candidate.key === key);
  if (decision?.officerId !== command.officerId) throw new Refusal('not-your-decision', { step: key });
  if (declared.actedOnBy && hasHappened(draft.state, declared.actedOnBy)) {
    throw new Refusal('acted-on', { step: key, fact: declared.actedOnBy });
  }
  const { officerId, reason } = command;
  draft.add({ type: 'decisionRescinded', key, officerId, outcome: step.outcome, reason });
  reopenStep(draft, procedure, key);
  return authorityOf(draft.state, { declared, state: step });
}
