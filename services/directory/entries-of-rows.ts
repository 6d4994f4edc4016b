import type { AgencyEntry, AgencyKind, OfficerEntry } from '../../domain/directory/entries';
import { agencyKinds } from '../../domain/directory/entries';
import type { Role } from '../../domain/permissions/roles';
import type { Agency, Officer } from '../../prisma/generated/client';

/** What kind an agency is; null where nobody has said it. */
export function kindOf({ kind }: Pick<Agency, 'kind'>): AgencyKind | null {
  return agencyKinds.find((known) => known === kind) ?? null;
}

/** An agency of the register as the administrator keeps it. */
export function agencyEntry(row: Agency): Omit<AgencyEntry, 'kind'> & { kind: AgencyKind | null } {
  const { name, side, zone, calendar, province, transfers } = row;
  return { name, kind: kindOf(row), side, zone, calendar, province, transfers };
}

/** An officer of the register as the administrator keeps him. */
export function officerEntry(row: Officer): OfficerEntry {
  const { name, email, language, agencyCode, disabledAt } = row;
  return { name, email, language, roles: row.roles as Role[], agency: agencyCode, active: !disabledAt };
}
