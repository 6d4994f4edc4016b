import type { AddNote } from '../../domain/case/commands';
import { type Authority, ofSide } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { caseActors } from '../../domain/permissions/actions';
import type { Draft } from '../engine/draft';

/** Whoever works on the case adds a note for his own side. Nothing follows from it, and it is never changed. */
export function addNote(draft: Draft, { officerId, agencyCode, note, documents }: AddNote): Authority {
  const authority = ofSide(draft.state.parties, agencyCode, caseActors);
  if (!authority) throw new Refusal('wrong-role', { role: caseActors[0] });
  const side = authority.agencyCode === null ? {} : { agencyCode };
  draft.add({ type: 'noteAdded', ...side, officerId, note, documents });
  return authority;
}
