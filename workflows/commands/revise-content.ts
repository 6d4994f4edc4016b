import type { ReviseContent } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import { latestFact } from '../../domain/case/state';
import type { Role } from '../../domain/permissions/roles';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { ownerZone, startServiceLevel } from '../engine/service-level';
import { declarationOf } from './find-step';

/**
 * A new version of what the request says. Approvals of an older version are reopened, for they signed something
 * else. Once the request has been transmitted its content is fixed.
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
    const signed = declared.kind === 'approval' && step.outcome !== null;
    const actedOn = declared.actedOnBy !== undefined && latestFact(draft.state, declared.actedOnBy) !== null;
    if (!signed || actedOn) continue;
    draft.add({ type: 'stepReopened', key });
    if (declared.serviceLevel) startServiceLevel(draft, key, declared.serviceLevel, ownerZone);
  }
  return 'liaison';
}
