import type { Role } from '../../domain/permissions/roles';
import type { Installation } from '../support/installation';

/** Gives an officer of the samples other roles, and if so said another agency, as an administrator would. */
export async function appoint(
  { register }: Installation,
  subject: string,
  roles: readonly Role[],
  agencyCode = 'AHTD-BAGHDAD',
): Promise<string> {
  await register.prisma.officer.update({ where: { subject }, data: { roles: [...roles], agencyCode } });
  return subject;
}
