import { agencyWideRoles } from '../../domain/permissions/case-access';
import { holdersOf } from './committee';
import type { LockedCase } from './lock-case';
import type { Transaction } from './transaction';

/**
 * Officers of a role, those of an agency where the role is bound to it; the holders of seats, members and deputies; one
 * officer; or who answers for the case.
 */
export type Addressees =
  | readonly { readonly role: string; readonly agencyCode?: string | null }[]
  | { readonly seats: readonly string[] }
  | { readonly officerId: string }
  | 'responsible'
  | 'responsible-and-managers';

/** Who may be meant: an officer, and the seat that he holds. */
export interface Recipient {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agencyCode: string;
  readonly seat: string | null;
}

/** Every active officer whom one of the addresses means, and perhaps others: read once for a command. */
export async function activeOfficers(
  tx: Transaction,
  item: LockedCase,
  addresses: readonly Addressees[],
): Promise<Recipient[]> {
  const roles = addresses.flatMap(rolesOf);
  const seats = addresses.flatMap(seatsOf);
  const holders = seats.length > 0 ? await holdersOf(tx, seats) : new Map<string, string>();
  const ids = [item.responsibleOfficerId, ...holders.keys(), ...addresses.flatMap(officerOf)];
  const officers = await tx.officer.findMany({
    where: { disabledAt: null, OR: [{ id: { in: ids } }, { roles: { hasSome: roles } }] },
    select: { id: true, roles: true, agencyCode: true },
  });
  return officers.map((officer) => ({ ...officer, seat: holders.get(officer.id) ?? null }));
}

/** Of the roles that are bound to an agency, the officers of the case's own. */
export function isMeant(item: LockedCase, to: Addressees): (officer: Recipient) => boolean {
  const bound: readonly string[] = agencyWideRoles;
  const asked = Array.isArray(to) ? to : rolesOf(to).map((role) => ({ role, agencyCode: null }));
  const seats = seatsOf(to);
  return ({ id, roles, agencyCode, seat }) =>
    (typeof to === 'string' && id === item.responsibleOfficerId) ||
    officerOf(to).includes(id) ||
    (seat !== null && seats.includes(seat)) ||
    asked.some(({ role, agencyCode: own = null }) => {
      const isBound = own !== null || bound.includes(role);
      return roles.includes(role) && (!isBound || agencyCode === (own ?? item.agencyCode));
    });
}

function rolesOf(to: Addressees): string[] {
  if (typeof to !== 'string') return 'seats' in to || 'officerId' in to ? [] : to.map(({ role }) => role);
  return to === 'responsible-and-managers' ? ['manager'] : [];
}

function officerOf(to: Addressees): string[] {
  return typeof to === 'object' && 'officerId' in to ? [to.officerId] : [];
}

function seatsOf(to: Addressees): readonly string[] {
  return typeof to === 'object' && 'seats' in to ? to.seats : [];
}
