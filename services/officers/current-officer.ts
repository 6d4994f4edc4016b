import { type Action, mayDo } from '../../domain/permissions/actions';
import type { Reader } from '../../domain/permissions/case-access';
import type { Language } from '../../prisma/generated/client';
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
  const officer = await prisma.officer.findUnique({ where: { subject } });
  if (!officer) throw new OfficerUnknownError('officer-unknown');
  const { id, name, language, roles, agencyCode, disabledAt } = officer;
  return { id, subject, name, language, roles, agencyCode, disabled: disabledAt !== null, authenticatedAt };
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
