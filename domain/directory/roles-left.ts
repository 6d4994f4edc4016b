import type { Role } from '../permissions/roles';
import type { OfficerEntry } from './entries';

/**
 * The roles of his agency that a change takes from an officer and that nobody there holds any more.
 *
 * @param others the roles of each other active officer of the agency that he had
 */
export function rolesLeftEmpty(
  before: OfficerEntry,
  after: OfficerEntry,
  others: readonly (readonly string[])[],
): Role[] {
  if (!before.active) return [];
  const stays = after.active && after.agency === before.agency;
  return before.roles.filter(
    (role) => !(stays && after.roles.includes(role)) && !others.some((held) => held.includes(role)),
  );
}
