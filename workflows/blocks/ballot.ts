import type { BallotClosing, BallotPeriod, BallotState } from '../../domain/committee/ballot';
import { nextWorkingMorning } from '../../domain/committee/ballot';
import type { CommitteeSteps } from '../../domain/procedures/committee-steps';
import { type Block, waiting } from '../engine/block';
import type { Run } from '../engine/run';
import { factAt } from './fact';
import { outcomeAt } from './outcome-of';

/** House policy, for a request that does not say when the seats are asked. */
const usualPeriod: BallotPeriod = { openFrom: nextWorkingMorning, openForWorkingDays: 5 };

/** What came of a matter that was put to the committee. */
export type CommitteeOutcome = 'adopted' | 'not-adopted' | 'no-quorum' | 'withdrawn';

/**
 * The seats of the committee vote on the content, until all have spoken or the time is over; then they are counted.
 * While it is open the content cannot be edited. Returns what was counted, and the hash of the content that was voted on.
 */
function* ballot(run: Run<CommitteeSteps>, round: number): Block<Counted> {
  const { key, remembered } = run.enterVisit('committee-ballot', round);
  const state = remembered.outcome === null ? run.ballot(key, periodOf(run)) : run.state.ballots?.[key];
  if (!state?.closed) return yield* waiting();
  if (remembered.outcome === null) run.close(key, state.closed.outcome);
  return { outcome: state.closed.outcome, contentHash: state.contentHash };
}

type Counted = Pick<BallotClosing, 'outcome'> & Pick<BallotState, 'contentHash'>;

function periodOf({ state }: Run<CommitteeSteps>): BallotPeriod {
  return state.content.ballot ?? usualPeriod;
}

/**
 * Puts the content to the committee, on the steps of `committeeSteps`: invitation by the secretary, ballot, the chair's
 * decision on a tie, a new ballot where too few took part, minutes. Alone in committee-resolution; as an approval of
 * any other procedure it stands where another level would, and its caller says what a refusal means there. What was
 * counted or decided on another text than the present one is asked anew, from the invitation on.
 */
export function* committeeDecision(run: Run<CommitteeSteps>): Block<CommitteeOutcome> {
  for (let round = 1; ; round++) {
    const outcome = yield* oneRound(run, round);
    if (outcome !== 'again') return outcome;
  }
}

/** One ballot with all that belongs to it: they carry its number, so that no step of it answers for another text. */
function* oneRound(run: Run<CommitteeSteps>, round: number): Block<CommitteeOutcome | 'again'> {
  run.status('committee-invitation');
  if ((yield* outcomeAt(run, 'committee-invitation', round)) === 'withdrawn') return 'withdrawn';
  run.status('committee-voting');
  const { outcome: voted, contentHash } = yield* ballot(run, round);
  if (contentHash !== run.state.content.hash) return 'again';
  if (voted === 'no-quorum' && (yield* outcomeAt(run, 'no-quorum-follow-up', round)) === 'new-ballot')
    return 'again';
  const decided = voted === 'tied' ? yield* outcomeAt(run, 'chair-decision', round) : voted;
  run.status('committee-minutes');
  yield* factAt(run, 'committee-minutes', round);
  return decided;
}
