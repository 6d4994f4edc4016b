import type { ReviseContent } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import { latestFact } from '../../domain/case/state';
import type { Role } from '../../domain/permissions/roles';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { reopenStep } from '../engine/reopen-step';
import { declarationOf } from './find-step';

/** Steps whose outcome stands for the content that it was given on. */
const restsOnContent = ['checklist', 'check', 'approval'];

/**
 * A new version of what the request says. Checks and approvals of an older version are reopened, for they looked at
 * something else. Once the request has been transmitted its content is fixed.
 */
export function reviseContent(draft: Draft, procedure: Procedure, command: ReviseContent): Role {
  const { content } = command;
  if (content.version !== draft.state.content.version + 1) {
    throw new Refusal('content-changed', { version: draft.state.content.version });
  }
  if (latestFact(draft.state, 'transmission')) throw new Refusal('content-signed-out');
  if (content.blocking.length > 0) throw new Refusal('cannot-proceed', { missing: content.blocking });
  draft.add({ type: 'contentRevised', content });
  for (const [key, step] of Object.entries(draft.state.steps)) {
    const declared = declarationOf(procedure, step.step);
    const actedOn = declared.actedOnBy !== undefined && latestFact(draft.state, declared.actedOnBy) !== null;
    if (step.outcome === null || !restsOnContent.includes(declared.kind) || actedOn) continue;
    reopenStep(draft, procedure, key);
  }
  return 'liaison';
}
