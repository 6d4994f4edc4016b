import type { LinkCase, UnlinkCase } from '../../domain/case/commands';
import { isLink } from '../../domain/case/links';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { Draft } from '../engine/draft';

/** A case has links as its owner sees them. */
const linker: Authority = { role: 'liaison', or: ['manager'], agencyCode: null };

/**
 * Says that this case has something in common with another. Once between two cases and of a kind: a link that was made
 * in the other case is known to the register alone, and refused there. The other case may be closed, this one not.
 */
export function linkCase(draft: Draft, { officerId, to, kind, note }: LinkCase): Authority {
  if (to === draft.caseId) throw new Refusal('linked-to-itself');
  if (linksOf(draft).some((link) => isLink(link, { to, kind }))) throw new Refusal('already-linked');
  draft.add({ type: 'caseLinked', to, kind, officerId, note });
  return linker;
}

/** Takes a link back, in the case in which it was made. */
export function unlinkCase(draft: Draft, { officerId, to, kind, reason }: UnlinkCase): Authority {
  if (!linksOf(draft).some((link) => isLink(link, { to, kind }))) throw new Refusal('not-linked');
  draft.add({ type: 'caseUnlinked', to, kind, officerId, reason });
  return linker;
}

function linksOf({ state }: Draft) {
  return state.links ?? [];
}
