import type { Reassign } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import type { Draft } from '../engine/draft';

/** Another officer answers for the case. Who may is known to the register alone, and rechecked there. */
export function reassign(draft: Draft, { responsibleOfficerId: officerId, reason }: Reassign): Authority {
  draft.add({ type: 'responsibleChanged', officerId, reason });
  return ofOwner('manager');
}
