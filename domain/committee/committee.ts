/** What counts as a majority: more votes for than against, or more than half of all seats for. */
export const majorities = ['simple-of-votes-cast', 'absolute-of-seats'] as const;
export type Majority = (typeof majorities)[number];

/** What becomes of as many votes for as against. */
export const tieRules = ['chair-decides', 'not-adopted'] as const;
export type TieRule = (typeof tieRules)[number];

/** By what the committee votes. No source states any of it: all is house policy and can be edited. */
export interface CommitteeRules {
  /** How many seats must take part for a decision. Who abstains takes part. */
  readonly quorum: number;
  readonly majority: Majority;
  readonly tie: TieRule;
  /** Whether a seat may vote otherwise until the ballot closes. */
  readonly voteMayChange: boolean;
  /** Whether a seat that recused itself counts as taking part. */
  readonly recusalCountsForQuorum: boolean;
}

/** A seat, whoever holds it. `body` is the institution that it is of; null where no source names it. */
export interface Seat {
  readonly code: string;
  readonly body: string | null;
  readonly chair: boolean;
  /** Only active seats are asked. */
  readonly active: boolean;
}

/** The committee after one change. */
export interface Committee {
  /** Number of the last change. */
  readonly revision: number;
  readonly rules: CommitteeRules;
  readonly seats: readonly Seat[];
}

/** How an officer holds a seat: as its member, or in his place. */
export const standings = ['member', 'deputy'] as const;
export type Standing = (typeof standings)[number];
