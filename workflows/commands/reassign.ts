import type { Reassign } from '../../domain/case/commands';
import type { Role } from '../../domain/permissions/roles';
import type { Draft } from '../engine/draft';

/** Another officer answers for the case. Who may is known to the register alone, and rechecked there. */
export function reassign(draft: Draft, { responsibleOfficerId: officerId, reason }: Reassign): Role {
  draft.add({ type: 'responsibleChanged', officerId, reason });
  return 'manager';
}
