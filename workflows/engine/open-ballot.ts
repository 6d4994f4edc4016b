import type { BallotPeriod, BallotState } from '../../domain/committee/ballot';
import { ballotZone } from '../../domain/committee/ballot';
import { ballotRule } from '../../domain/law/catalogue/house-rules';
import type { Draft } from './draft';

/**
 * The ballot of an open step; where there is none, the seats are asked now. Who they are, by which rules they vote and
 * until when is the write step's to say, and is in the log from then on.
 */
export function openBallot(draft: Draft, key: string, period: BallotPeriod): BallotState {
  const known = draft.state.ballots?.[key];
  if (known) return known;
  const { content, steps } = draft.state;
  draft.add({ type: 'ballotOpened', key, period, contentHash: content.hash, terms: null });
  draft.add({
    type: 'clockStarted',
    key: `${ballotRule}:${key}@${steps[key]?.openedSeq}`,
    rule: ballotRule,
    trigger: draft.now,
    zone: ballotZone,
    limitDate: null,
    owner: 'federal',
    stepKey: key,
    keptBy: null,
    terms: null,
  });
  return openBallot(draft, key, period);
}
