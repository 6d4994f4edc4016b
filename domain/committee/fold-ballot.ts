import type { EventBody } from '../case/events';
import type { BallotState } from './ballot';

type BallotEvent = Extract<EventBody, { type: 'ballotOpened' | 'voteCast' | 'ballotClosed' }>;

/** A ballot after one more of its events. @throws Error when it was never opened: a bug, never a user's fault */
export function foldBallot(state: BallotState | undefined, event: BallotEvent): BallotState {
  if (event.type === 'ballotOpened') {
    const { terms, contentHash } = event;
    return { terms, contentHash, voices: {}, closed: null };
  }
  if (!state) throw new Error(`no ballot is open in ${event.key}`);
  if (event.type === 'ballotClosed') {
    const { outcome, tally, at } = event;
    return { ...state, closed: { outcome, tally, at } };
  }
  const { seat, voice, standing } = event;
  return { ...state, voices: { ...state.voices, [seat]: { voice, standing } } };
}
