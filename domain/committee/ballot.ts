import type { CommitteeRules, Standing } from './committee';

export const choices = ['for', 'against', 'abstain'] as const;
/** What a seat says: a vote, or that it takes no part in this matter. */
export const voices = [...choices, 'recused'] as const;
export type Voice = (typeof voices)[number];

export const ballotOutcomes = ['adopted', 'not-adopted', 'tied', 'no-quorum'] as const;
export type BallotOutcome = (typeof ballotOutcomes)[number];

/** `next-working-day`: the one after the invitation, 09:00 in Baghdad. */
export const nextWorkingMorning = 'next-working-day';

/** When a ballot is to be open. */
export interface BallotPeriod {
  /** An instant (ISO 8601 in UTC), or `nextWorkingMorning`. */
  readonly openFrom: string;
  /** The day on which it opens is the first, where it is a working day. */
  readonly openForWorkingDays: number;
}

/** Zone of the committee's hours. */
export const ballotZone = 'Asia/Baghdad';

/**
 * Who votes and by what, fixed when the ballot opens: a seat, a quorum or a holiday that is changed afterwards has no
 * effect on it. Seats are known by their codes.
 */
export interface BallotTerms extends CommitteeRules {
  /** The change of the committee after which it was asked. */
  readonly roster: number;
  readonly seats: readonly string[];
  /** Null where no active seat has the chair: a tie is then no majority. */
  readonly chair: string | null;
  /** ISO 8601 in UTC; a vote at `closesAt` is too late. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** The last day on which it is open, ISO date in Baghdad. */
  readonly lastDay: string;
}

/** The vote of a seat that counts, and who gave it. */
export interface SeatVoice {
  readonly voice: Voice;
  readonly standing: Standing;
}

/** What is counted, in the order in which it is told; `absent` said nothing. */
export const tallied = [...voices, 'absent'] as const;

/** Seats by what they said. */
export type Tally = Readonly<Record<(typeof tallied)[number], number>>;

/** All seats have spoken, or its time was over. */
export const ballotCauses = ['all-spoken', 'deadline'] as const;
export type BallotCause = (typeof ballotCauses)[number];

export interface BallotClosing {
  readonly outcome: BallotOutcome;
  readonly tally: Tally;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A ballot as the workflow remembers it. `terms` are null only while its opening is planned. */
export interface BallotState {
  readonly terms: BallotTerms | null;
  /** Of the content that is voted on. */
  readonly contentHash: string;
  /** By the code of the seat: the last word counts. */
  readonly voices: Readonly<Record<string, SeatVoice>>;
  readonly closed: BallotClosing | null;
}
