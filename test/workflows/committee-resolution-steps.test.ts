import type { EventBody } from '../../domain/case/events';
import type { BallotOutcome } from '../../domain/committee/ballot';
import { committeeResolutionSteps as steps } from '../../domain/procedures/committee-resolution/steps';
import { procedureGraph } from '../../domain/procedures/graph';
import { CommitteeCase, secretary, type Votes } from './committee-case';
import { adviceIn, collect, itDeclares, type Move, movesOf, type Transitions, walk } from './walk';

/** Votes that come to each outcome; with the last seat, or with the deadline where some say nothing. */
const votes: Readonly<Record<BallotOutcome, Votes>> = {
  adopted: { for: 13, against: 3, abstain: 2, recused: 1 },
  'not-adopted': { for: 10, against: 11, abstain: 2 },
  tied: { for: 11, against: 11, abstain: 1 },
  'no-quorum': { for: 11 },
};

function take(item: CommitteeCase, { key, outcome }: Move): EventBody[] {
  const { kind, step = '' } = item.current.steps[key] ?? {};
  if (kind === 'fact') return item.fact(step, outcome, item.now);
  if (kind !== 'ballot') return item.decide(key, outcome, secretary, { reasonId: 'note-1' });
  const { opensAt = '', closesAt = '' } = item.current.ballots?.[key]?.terms ?? {};
  const events = item.passTimeUntil(opensAt);
  events.push(...item.sayAll(votes[outcome as BallotOutcome]));
  return item.current.steps[key]?.outcome === null ? [...events, ...item.passTimeUntil(closesAt)] : events;
}

function fork(from: CommitteeCase): CommitteeCase {
  const other = new CommitteeCase(from.procedure, from.now);
  other.state = from.state;
  return other;
}

describe('the committee resolution', () => {
  const seen: Transitions = new Set();
  for (const gaps of [[], ['draft-resolution']]) {
    const item = new CommitteeCase();
    collect(item.open({ gaps }), seen);
    walk(item, { fork, movesOf, take }, seen);
    adviceIn(fork(item), seen);
  }

  itDeclares(steps, seen, new Set());

  it('is a graph from the start to the end', () => {
    const { edges } = procedureGraph(steps);
    expect(edges).toContainEqual({ from: 'start', outcome: null, to: 'request-checklist' });
    expect(edges).toContainEqual({ from: 'committee-minutes', outcome: 'recorded', to: 'end' });
  });
});
