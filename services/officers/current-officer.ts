import type { Reader } from '../../domain/permissions/case-access';
import type { Language } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { OfficerUnknownError } from '../errors';

/** The officer for whom a request acts. */
export interface CurrentOfficer extends Reader {
  readonly subject: string;
  readonly name: string;
  readonly language: Language;
}

/**
 * The officer whom the identity provider knows as `subject`.
 *
 * @throws OfficerUnknownError when nobody here has that subject, or the account is disabled
 */
export async function findCurrentOfficer(
  { prisma }: ServiceContext,
  subject: string,
): Promise<CurrentOfficer> {
  const officer = await prisma.officer.findUnique({ where: { subject } });
  if (!officer) throw new OfficerUnknownError('officer-unknown');
  if (officer.disabledAt) throw new OfficerUnknownError('officer-disabled');
  const { id, name, language, roles, agencyCode } = officer;
  return { id, subject, name, language, roles, agencyCode };
}
