import type { AgencyEntry, AgencyKind, AgencySide, EntryFault } from './entries';

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

/**
 * Every fault of an agency: a kind that its side does not have, and transfers by what is no directorate or beside
 * another unit of its side.
 *
 * @param transferUnit code of the other agency of its side that takes and makes transfers, null where there is none
 */
export function agencyFaults(
  { kind, side, transfers }: AgencyEntry,
  transferUnit: string | null,
): EntryFault[] {
  const faults: EntryFault[] = [];
  if ((sideOf[kind] ?? side) !== side) faults.push({ pointer: '/kind', code: 'kind-of-other-side' });
  if (transfers && !directorates.includes(kind)) {
    faults.push({ pointer: '/transfers', code: 'transfers-by-directorate' });
  } else if (transfers && transferUnit !== null) {
    faults.push({ pointer: '/transfers', code: 'transfers-taken', params: { agency: transferUnit } });
  }
  return faults;
}
