import type { BallotCause } from '../../domain/committee/ballot';
import { countVotes } from '../../domain/committee/count-votes';
import type { Draft } from './draft';
import { clocksOfStep } from './service-level';

/**
 * Closes a ballot and counts it, as of `at` (ISO 8601 in UTC). Its limit has missed nothing, whichever closed it: it is
 * settled and not expired. What follows from the count is the procedure's.
 */
export function closeBallot(draft: Draft, key: string, cause: BallotCause, at: string): void {
  const ballot = draft.state.ballots?.[key];
  if (!ballot?.terms) throw new Error(`no ballot is open in ${key}`);
  for (const clock of clocksOfStep(draft, key)) draft.add({ type: 'clockStopped', key: clock });
  draft.add({ type: 'ballotClosed', key, cause, at, ...countVotes(ballot.terms, ballot.voices) });
}
