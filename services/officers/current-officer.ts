import { lentRoles, mayStandInFor } from '../../domain/allocation/who-may-hold';
import { type Action, mayDo } from '../../domain/permissions/actions';
import type { Absent, Reader } from '../../domain/permissions/case-access';
import { rolesInUse } from '../../domain/permissions/four-eyes';
import type { Language, Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { ForbiddenError, OfficerUnknownError } from '../errors';

/** The officer for whom a request acts. */
export interface CurrentOfficer extends Reader {
  readonly subject: string;
  readonly name: string;
  readonly language: Language;
  readonly disabled: boolean;
  /** When he last showed the identity provider who he is; null where nobody says so. */
  readonly authenticatedAt: Date | null;
}

/**
 * The officer whom the identity provider knows as `subject`.
 *
 * @param authenticatedAt when he logged in there; without it he can do none of the gravest acts
 * @throws OfficerUnknownError when nobody here has that subject
 */
export async function findCurrentOfficer(
  { prisma }: ServiceContext,
  subject: string,
  authenticatedAt: Date | null = null,
): Promise<CurrentOfficer> {
  const now = new Date();
  const standing = { endedAt: null, fromAt: { lte: now }, untilAt: { gt: now } };
  const include = { standsInFor: { where: standing, include: { absent: true } } };
  const officer = await prisma.officer.findUnique({ where: { subject }, include });
  if (!officer) throw new OfficerUnknownError('officer-unknown');
  const { id, name, language, agencyCode, disabledAt } = officer;
  const roles = rolesInUse(officer.roles);
  const known = {
    id,
    subject,
    name,
    language,
    roles,
    agencyCode,
    disabled: disabledAt !== null,
    authenticatedAt,
  };
  return { ...known, actsFor: absentOf(officer) };
}

type WithRules = Prisma.OfficerGetPayload<{ include: { standsInFor: { include: { absent: true } } } }>;

/** For whom he acts: an officer whose account was disabled, or who serves elsewhere now, has no substitute. */
function absentOf({ standsInFor, ...officer }: WithRules): Absent[] {
  return standsInFor
    .filter(({ absent }) => absent.disabledAt === null)
    .filter(({ absent }) => mayStandInFor(officer, absent))
    .map(({ procedures, absent: { id, subject, name, roles, agencyCode } }) => {
      return { subject, name, procedures, reader: { id, roles: lentRoles(roles), agencyCode } };
    });
}

/**
 * Whether the officer may do something at all, before any case is looked at.
 *
 * @throws OfficerUnknownError when the account is disabled, ForbiddenError when no role allows the action
 */
export function admit(officer: CurrentOfficer, action: Action): void {
  if (officer.disabled) throw new OfficerUnknownError('officer-disabled');
  if (!mayDo(action, officer.roles)) throw new ForbiddenError(action);
}
