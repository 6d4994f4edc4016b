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

/** The two sides of a case: the one that asks, whose court wants the person, and the one that is asked to act for it. */
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

/** Roles held at federal bodies beside the two units: whoever holds one acts for the federal side, wherever he serves. */
const federalOffices: readonly Role[] = [
  'ncb-liaison',
  'judicial-council-approver',
  'foreign-ministry-approver',
  'secretary',
  'committee-member',
];

/** A role of a federal body beside the two units. */
export function isFederalOffice(role: string): boolean {
  return (federalOffices as readonly string[]).includes(role);
}

/** The agency in which the role on a step has to be held; null where it is one of a federal body's own. */
export function boundTo(role: Role, agencyCode: string | null): string | null {
  return isFederalOffice(role) ? null : agencyCode;
}

/** The agency of a case's two for which an officer reads and acts: his own, or the federal one for a federal body. */
export function actingFor(
  { roles, agencyCode }: { readonly roles: readonly string[]; readonly agencyCode: string },
  parties: Parties | undefined,
): string {
  if (parties === undefined || partyOf(parties, agencyCode) !== null) return agencyCode;
  const isOffice = roles.some(isFederalOffice);
  return (isOffice ? federalAgency(parties) : null) ?? agencyCode;
}

/** The federal agency of the two; null where neither is. */
export function federalAgency({ requesting, requested }: Parties): string | null {
  return [requesting, requested].find(({ side }) => side === 'FED')?.agencyCode ?? null;
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
