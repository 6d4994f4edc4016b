import type { BallotOutcome, BallotState, BallotTerms, Tally, Voice } from './ballot';

/** True when no seat is left that could say anything for the first time. */
export function haveAllSpoken({ terms, voices }: BallotState): boolean {
  return terms?.seats.every((seat) => voices[seat] !== undefined) ?? false;
}

/** What the votes come to. */
interface Count {
  readonly outcome: BallotOutcome;
  readonly tally: Tally;
}

/**
 * What a ballot comes to: the seats by what they said, then quorum, majority, tie, in this order. Abstentions are no
 * votes cast and count for the quorum; a recusal does as the rules say. As many votes for as against is a tie, unless
 * nobody voted at all; without a chair who may decide it (none, or recused) it is no majority.
 */
export function countVotes(terms: BallotTerms, voices: BallotState['voices']): Count {
  const said = (voice: Voice) => terms.seats.filter((seat) => voices[seat]?.voice === voice).length;
  const spoken = {
    for: said('for'),
    against: said('against'),
    abstain: said('abstain'),
    recused: said('recused'),
  };
  const { for: yes, against: no, abstain, recused } = spoken;
  const tally = { ...spoken, absent: terms.seats.length - yes - no - abstain - recused };
  return { tally, outcome: outcomeOf(terms, tally, mayBreakTie(terms, voices)) };
}

function mayBreakTie({ tie, chair }: BallotTerms, voices: BallotState['voices']): boolean {
  return tie === 'chair-decides' && chair !== null && voices[chair]?.voice !== 'recused';
}

function outcomeOf(
  { quorum, majority, seats, recusalCountsForQuorum }: BallotTerms,
  { for: yes, against: no, abstain, recused }: Tally,
  hasCastingVote: boolean,
): BallotOutcome {
  const present = yes + no + abstain + (recusalCountsForQuorum ? recused : 0);
  if (present < quorum) return 'no-quorum';
  if (majority === 'absolute-of-seats') return yes * 2 > seats.length ? 'adopted' : 'not-adopted';
  if (yes !== no) return yes > no ? 'adopted' : 'not-adopted';
  return yes > 0 && hasCastingVote ? 'tied' : 'not-adopted';
}
