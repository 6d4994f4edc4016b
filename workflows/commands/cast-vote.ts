import type { CastVote } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import type { BallotState, BallotTerms } from '../../domain/committee/ballot';
import { haveAllSpoken } from '../../domain/committee/count-votes';
import { closeBallot } from '../engine/close-ballot';
import type { Draft } from '../engine/draft';

/**
 * A seat speaks in an open ballot: a vote, or that it takes no part. Whether it is in time is judged by the workflow's
 * time, so that of the last vote and the deadline one is first everywhere. The last word of a seat counts; what it said
 * before stays in the log. With the last seat that speaks the ballot closes.
 *
 * Member and deputy: the seat has one vote. The deputy votes where the member has not; the member may take the seat's
 * vote over where votes may change, and his deputy not from him. A member who has an interest in the matter recuses his
 * seat, whatever it voted before, and nobody votes for it any more. A deputy does not: he leaves the vote to the member.
 */
export function castVote(draft: Draft, command: CastVote): Authority {
  const { key, ballot, terms } = openBallotOf(draft, command.key);
  refuseStranger(terms, command);
  if (command.contentHash !== draft.state.content.hash) {
    throw new Refusal('content-changed', { version: draft.state.content.version });
  }
  refuseSpoken(ballot, terms, command);
  const { seat, standing, voice, officerId, reason, contentHash } = command;
  draft.add({ type: 'voteCast', key, seat, standing, voice, officerId, reason, contentHash });
  const after = draft.state.ballots?.[key];
  if (after && haveAllSpoken(after)) closeBallot(draft, key, 'all-spoken', draft.now);
  return { role: 'committee-member', agencyCode: null, seat: { code: seat, standing } };
}

interface OpenBallot {
  readonly key: string;
  readonly ballot: BallotState;
  readonly terms: BallotTerms;
}

/** @throws Refusal `voting-not-open` before it opens or where there is none, `voting-closed` when it is over */
function openBallotOf({ state, now }: Draft, wanted: string | null): OpenBallot {
  const key = wanted ?? latestBallotOf(state);
  const ballot = state.ballots?.[key ?? ''];
  if (key === null || !ballot?.terms) throw new Refusal('voting-not-open');
  const { terms } = ballot;
  const { opensAt, closesAt } = terms;
  if (ballot.closed !== null || now >= closesAt) {
    throw new Refusal('voting-closed', { closedAt: ballot.closed?.at ?? closesAt });
  }
  if (now < opensAt) throw new Refusal('voting-not-open', { opensAt });
  return { key, ballot, terms };
}

function latestBallotOf({ ballots = {} }: CaseState): string | null {
  const keys = Object.keys(ballots);
  return keys.find((key) => ballots[key]?.closed === null) ?? keys.at(-1) ?? null;
}

/** A seat that was made, or given up, before the ballot opened has no voice in it. */
function refuseStranger({ seats }: BallotTerms, { seat }: CastVote): void {
  if (!seats.includes(seat)) throw new Refusal('not-your-seat', { seat });
}

function refuseSpoken({ voices }: BallotState, { voteMayChange }: BallotTerms, command: CastVote): void {
  const { seat, standing, voice, reason } = command;
  const said = voices[seat];
  if (said?.voice === 'recused') throw new Refusal('seat-recused', { seat });
  if (voice === 'recused') {
    if (standing !== 'member') throw new Refusal('recusal-by-member', { seat });
    if (reason === null) throw new Refusal('reason-missing', { outcome: voice });
    return;
  }
  if (standing === 'deputy' && said?.standing === 'member') throw new Refusal('member-has-voted', { seat });
  if (said && !voteMayChange) throw new Refusal('already-voted', { seat });
}
