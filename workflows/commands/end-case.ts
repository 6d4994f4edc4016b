import type { EndCase } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { type CaseState, latestFact } from '../../domain/case/state';
import type { Draft } from '../engine/draft';

/**
 * The case is to end before its course is run. Once the person has been surrendered, or is before the court that issued
 * the warrant, it takes its course; who was surrendered for a time is returned first.
 */
export function endCase(draft: Draft, { outcome, officerId, reason }: EndCase): Authority {
  if (draft.state.ending !== null) throw new Refusal('already-decided', { outcome: draft.state.ending });
  const isSurrendered = latestFact(draft.state, 'surrender')?.outcome === 'surrendered';
  const isThere = isSurrendered || latestFact(draft.state, 'presentation') !== null;
  if (isThere || isLent(draft.state)) throw new Refusal('person-surrendered');
  draft.add({ type: 'endingDecided', outcome, officerId, reason });
  return ofOwner('manager');
}

function isLent({ steps }: CaseState): boolean {
  const count = (step: string) =>
    Object.values(steps).filter((known) => known.step === step && known.fact !== null).length;
  return count('temporary-surrender') > count('temporary-return');
}
