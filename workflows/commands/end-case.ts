import type { EndCase } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import { latestFact } from '../../domain/case/state';
import type { Role } from '../../domain/permissions/roles';
import type { Draft } from '../engine/draft';

/** The case is to end before its course is run. Once the person has been surrendered it takes its course to the judge. */
export function endCase(draft: Draft, { outcome, officerId, reason }: EndCase): Role {
  if (draft.state.ending !== null) throw new Refusal('already-decided', { outcome: draft.state.ending });
  if (latestFact(draft.state, 'surrender')?.outcome === 'surrendered')
    throw new Refusal('person-surrendered');
  draft.add({ type: 'endingDecided', outcome, officerId, reason });
  return 'manager';
}
