import type { Role } from '../permissions/roles';
import type { AgencyEntry, AgencyKind, AgencySide, EntryFault } from './entries';
import { rolesOutside } from './roles-of-kind';

/** Kinds that exist on one side only. Contact with foreign authorities is the federal side's. */
const sideOf: Partial<Record<AgencyKind, AgencySide>> = {
  'federal-directorate': 'FED',
  'regional-directorate': 'KRG',
  'judicial-council': 'FED',
  'foreign-ministry': 'FED',
  ncb: 'FED',
  'foreign-partner': 'FED',
};

const directorates: readonly AgencyKind[] = ['federal-directorate', 'regional-directorate'];

/** What the register says around an entry of an agency. */
export interface AgencySurroundings {
  /** Code of the other agency of its side that takes and makes transfers, null where there is none. */
  readonly transferUnit: string | null;
  /** The roles that its active officers hold. */
  readonly heldRoles: readonly Role[];
}

/**
 * Every fault of an agency: a kind that its side does not have, or whose officers hold other roles; and transfers by
 * what is no directorate or beside another unit of its side.
 */
export function agencyFaults(
  { kind, side, transfers }: AgencyEntry,
  { transferUnit, heldRoles }: AgencySurroundings,
): EntryFault[] {
  const faults: EntryFault[] = [];
  if ((sideOf[kind] ?? side) !== side) faults.push({ pointer: '/kind', code: 'kind-of-other-side' });
  const unfit = [...new Set(rolesOutside(kind, heldRoles))];
  if (unfit.length > 0) {
    faults.push({ pointer: '/kind', code: 'kind-without-roles', params: { roles: unfit.join(', ') } });
  }
  if (transfers && !directorates.includes(kind)) {
    faults.push({ pointer: '/transfers', code: 'transfers-by-directorate' });
  } else if (transfers && transferUnit !== null) {
    faults.push({ pointer: '/transfers', code: 'transfers-taken', params: { agency: transferUnit } });
  }
  return faults;
}
