import type { AskAdvice } from '../../domain/case/commands';
import { type Authority, ofSide } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { caseActors } from '../../domain/permissions/actions';
import { adviceStep } from '../../domain/procedures/aside-steps';
import type { Draft } from '../engine/draft';
import { openAside } from '../engine/open-aside';
import type { Procedure } from '../engine/procedure';

/**
 * Whoever works on the case asks a role of his own side for its opinion. The role gets a task, and with it sight of the
 * case; nothing waits for the answer. Whether anybody holds the role is known to the register alone.
 */
export function askAdvice(draft: Draft, procedure: Procedure, command: AskAdvice): Authority {
  const { officerId, agencyCode, role, question } = command;
  const authority = ofSide(draft.state.parties, agencyCode, caseActors);
  if (!authority) throw new Refusal('wrong-role', { role: caseActors[0] });
  const key = openAside(draft, procedure, adviceStep, authority.agencyCode ?? undefined, role);
  draft.add({ type: 'adviceAsked', key, role, officerId, note: question });
  return authority;
}
