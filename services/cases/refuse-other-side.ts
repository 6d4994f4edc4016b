import type { Role } from '../../domain/permissions/roles';
import { type CaseSides, sideView } from '../../domain/permissions/side-view';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';

/**
 * The write step refuses who is of the other side. It is asked before, where the answer to a command would tell him
 * what else stands against it: that a correction is pending, that a document is there.
 *
 * @param author the agency whose thing it is; null for the owner's
 * @throws RefusedError `wrong-role`, as the write step would
 */
export function refuseOtherSide(
  sides: CaseSides,
  { agencyCode }: CurrentOfficer,
  author: string | null,
  role: Role,
): void {
  // Who may read both sides acts for his own.
  if (sideView({ roles: [], agencyCode }, sides, author) === 'own') return;
  throw new RefusedError({ code: 'wrong-role', params: { role } });
}
