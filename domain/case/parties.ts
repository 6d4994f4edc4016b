import type { Standing } from '../committee/committee';
import type { Role } from '../permissions/roles';

/** Who answers for an agency between Baghdad and Erbil: the federal side or the Kurdistan Region. */
export const sides = ['FED', 'KRG'] as const;
export type Side = (typeof sides)[number];

/** An agency as a party to a case. */
export interface Party {
  readonly agencyCode: string;
  readonly side: Side;
}

/** The two sides of a case: the one whose court wants the person, and the one that holds or is to arrest him. */
export interface Parties {
  readonly requesting: Party;
  readonly requested: Party;
}

/** Which of the two sides a step belongs to. */
export type PartyName = keyof Parties;

/** Who must act: a role, held in an agency of its own where the case has two sides; null where the role says it all. */
export interface Authority {
  readonly role: Role;
  readonly agencyCode: string | null;
  /** Other roles that will do as well. */
  readonly or?: readonly Role[];
  /** The seat of the committee that he must hold, where it is a seat's to do. */
  readonly seat?: SeatClaim;
}

/** A seat, and how it must be held; null: as its member or as his deputy. */
export interface SeatClaim {
  readonly code: string;
  readonly standing: Standing | null;
}

/** An authority of the agency that owns the case. */
export function ofOwner(role: Role): Authority {
  return { role, agencyCode: null };
}

/**
 * An authority of the officer's own side: his agency, where the case has two sides and it is one of them; the owner
 * otherwise. Null for an agency that is neither.
 */
export function ofSide(
  parties: Parties | undefined,
  agencyCode: string,
  [role, ...or]: readonly [Role, ...Role[]],
): Authority | null {
  if (parties === undefined) return { role, agencyCode: null, or };
  return partyOf(parties, agencyCode) && { role, agencyCode, or };
}

/** The side of an agency of the case. */
export function partyOf(parties: Parties, agencyCode: string): Party | null {
  const { requesting, requested } = parties;
  return [requesting, requested].find((party) => party.agencyCode === agencyCode) ?? null;
}
