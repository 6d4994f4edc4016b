import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OfficerEntry } from '../../domain/directory/entries';
import { placeFaults } from '../../domain/directory/officer-rules';
import type { PrismaClient } from '../../prisma/generated/client';
import { agencyCode, email, language, plainLine, side, subject } from './directory-schemas';
import { kindOf } from './entries-of-rows';
import { refuseFaults } from './refuse-faults';
import { type DirectoryTransaction, lockDirectory, logChange } from './write-change';

export const firstAdministratorSchema = z.strictObject({
  subject,
  name: plainLine,
  email,
  language,
  agency: agencyCode,
  side,
});

type FirstAdministrator = z.infer<typeof firstAdministratorSchema>;

const reason = 'put in by the owner of the database';

/**
 * Puts an administrator into the directory where there is none who could: the first one, or one after the last has lost
 * his account. His agency is put in with him where there is none of that code. Both are in the log, without a person
 * who did it.
 *
 * @throws InvalidInputError when the subject is an officer's already, or the agency is none of administration
 */
export async function addFirstAdministrator(
  prisma: PrismaClient,
  { subject, agency, side, ...fields }: FirstAdministrator,
): Promise<void> {
  const entry: OfficerEntry = { ...fields, agency, roles: ['administrator'], active: true };
  await prisma.$transaction(async (tx) => {
    await lockDirectory(tx);
    const taken = await tx.officer.findUnique({ where: { subject } });
    refuseFaults(taken ? [{ pointer: '/subject', code: 'subject-taken' }] : []);
    const known = await tx.agency.findUnique({ where: { code: agency } });
    if (known) refuseFaults(placeFaults(entry, kindOf(known)));
    else await putAgencyIn(tx, agency, side);
    const { name, email, language, roles } = entry;
    const { id } = await tx.officer.create({
      data: {
        id: randomUUID(),
        subject,
        name,
        email,
        language,
        roles: [...roles],
        agencyCode: agency,
        version: 1,
      },
    });
    await logByOwner(tx, { officerId: id, after: { subject, ...entry } });
  });
}

async function putAgencyIn(
  tx: DirectoryTransaction,
  code: string,
  side: FirstAdministrator['side'],
): Promise<void> {
  const after = {
    name: 'System administration',
    kind: 'administration',
    side,
    zone: 'Asia/Baghdad',
    calendar: side === 'KRG' ? 'IQ-KR' : 'IQ',
    province: null,
    transfers: false,
  };
  await tx.agency.create({ data: { code, ...after, version: 1 } });
  await logByOwner(tx, { agencyCode: code, after });
}

async function logByOwner(tx: DirectoryTransaction, change: Parameters<typeof logChange>[2]): Promise<void> {
  await logChange(tx, { commandId: randomUUID(), reason, changedById: null }, change);
}
