import type { BallotClosing, BallotPeriod, BallotState } from '../../domain/committee/ballot';
import { nextWorkingMorning } from '../../domain/committee/ballot';
import type { CommitteeSteps } from '../../domain/procedures/committee-steps';
import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { Run } from '../engine/run';
import { fact } from './fact';
import { followUp } from './follow-up';
import { outcomeOf } from './outcome-of';

/** House policy, for a request that does not say when the seats are asked. */
const usualPeriod: BallotPeriod = { openFrom: nextWorkingMorning, openForWorkingDays: 5 };

/** What came of a matter that was put to the committee. */
export type CommitteeOutcome = 'adopted' | 'not-adopted' | 'no-quorum' | 'withdrawn';

/**
 * The seats of the committee vote on the content, until all have spoken or the time is over; then they are counted.
 * While it is open the content cannot be edited. An edit afterwards has the seats asked anew, until what
 * the step declares as `actedOnBy` has happened. Returns what was counted, and the hash of the content that was voted on.
 */
export function* ballot<S extends StepTable>(run: Run<S>, step: keyof S & string): Block<Counted> {
  const { key, remembered } = run.enter(step);
  const state = remembered.outcome === null ? run.ballot(key, periodOf(run)) : run.state.ballots?.[key];
  if (!state?.closed) return yield* waiting();
  if (remembered.outcome === null) run.close(key, state.closed.outcome);
  return { outcome: state.closed.outcome, contentHash: state.contentHash };
}

type Counted = Pick<BallotClosing, 'outcome'> & Pick<BallotState, 'contentHash'>;

function periodOf<S extends StepTable>({ state }: Run<S>): BallotPeriod {
  return state.content.ballot ?? usualPeriod;
}

/**
 * Puts the content to the committee, on the steps of `committeeSteps`: invitation by the secretary, ballot, the chair's
 * decision on a tie, a new ballot where too few took part, minutes. Alone in committee-resolution; as an approval of
 * any other procedure it stands where another level would, and its caller says what a refusal means there. What was
 * decided on another text than the present one is asked anew.
 */
export function* committeeDecision(run: Run<CommitteeSteps>): Block<CommitteeOutcome> {
  for (;;) {
    run.status('committee-invitation');
    if ((yield* followUp(run, 'committee-invitation')) === 'withdrawn') return 'withdrawn';
    run.status('committee-voting');
    const { outcome: voted, contentHash } = yield* ballot(run, 'committee-ballot');
    if (voted === 'no-quorum' && (yield* followUp(run, 'no-quorum-follow-up')) === 'new-ballot') continue;
    const decided = voted === 'tied' ? yield* outcomeOf(run, 'chair-decision') : voted;
    run.status('committee-minutes');
    yield* fact(run, 'committee-minutes');
    if (contentHash === run.state.content.hash) return decided;
  }
}
