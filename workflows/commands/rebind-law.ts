import type { RebindLaw } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { hasSameRules } from '../../domain/law/catalogue/law-binding';
import type { Draft } from '../engine/draft';

/** Puts a case under the law of another day. The limits that it changes are counted anew when the procedure runs. */
export function rebindLaw(draft: Draft, { officerId, law, reason }: RebindLaw): Authority {
  const previous = draft.state.law ?? null;
  if (previous && hasSameRules(previous, law)) throw new Refusal('law-unchanged', { on: law.on });
  draft.add({ type: 'lawRebound', officerId, previous, law, reason });
  return ofOwner('manager');
}
