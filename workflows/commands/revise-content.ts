import type { ReviseContent } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { type CaseState, hasHappened } from '../../domain/case/state';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { reopenStep } from '../engine/reopen-step';
import { declarationOf } from './find-step';

/** Steps whose outcome stands for the content that it was given on. */
const restsOnContent = ['checklist', 'check', 'approval', 'crossCheck'];

/** What has been sent out, or come in, stands as it is. */
function isFixed(state: CaseState, { steps }: Procedure): boolean {
  return Object.keys(steps).some((step) => steps[step]?.fixesContent && hasHappened(state, step));
}

/**
 * A new version of what the request says. Checks and approvals of an older version are reopened, for they looked at
 * something else. What the committee is voting on stays as it is until the ballot is closed. Once a step that
 * fixes the content has happened (the file was sent, the person handed over), it stands.
 */
export function reviseContent(draft: Draft, procedure: Procedure, command: ReviseContent): Authority {
  const { content } = command;
  if (content.version !== draft.state.content.version + 1) {
    throw new Refusal('content-changed', { version: draft.state.content.version });
  }
  if (isFixed(draft.state, procedure)) throw new Refusal('content-signed-out');
  const isVotedOn = Object.values(draft.state.ballots ?? {}).some(({ closed }) => closed === null);
  if (isVotedOn) throw new Refusal('ballot-open');
  if (content.blocking.length > 0) throw new Refusal('cannot-proceed', { missing: content.blocking });
  draft.add({ type: 'contentRevised', content });
  const sent = stepsThatSendIt(procedure);
  for (const [key, step] of Object.entries(draft.state.steps)) {
    const declared = declarationOf(procedure, step.step);
    const actedOn = declared.actedOnBy !== undefined && hasHappened(draft.state, declared.actedOnBy);
    if (
      step.outcome === null ||
      !(restsOnContent.includes(declared.kind) || sent.includes(step.step)) ||
      actedOn
    )
      continue;
    reopenStep(draft, procedure, key);
  }
  return ofOwner(procedure.openedBy ?? 'liaison');
}

/** The request is sent to the other side, and acknowledged there, anew. */
function stepsThatSendIt({ steps }: Procedure): string[] {
  return Object.entries(steps).flatMap(([step, { sends, receipt }]) =>
    sends === 'request' ? [step, ...(receipt === undefined ? [] : [receipt])] : [],
  );
}
