import { v5 as uuidv5 } from 'uuid';
import type { DirectoryTransaction } from './write-change';

const namespace = '5b1f6a77-29c0-4f0d-8f83-61f0a9d3c2ab';

/** A mail names so many; the list that it leads to has them all. */
const named = 50;

/**
 * Puts one mail for each manager into the outbox who has open cases of a disabled officer to reassign. It holds
 * references only.
 *
 * @param about the same whenever the same change is told again
 */
export async function tellManagers(
  tx: DirectoryTransaction,
  officerId: string,
  about: string,
  at: Date,
): Promise<void> {
  const cases = await tx.case.findMany({
    where: { responsibleOfficerId: officerId, closedAt: null, seq: { gt: 0 } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, reference: true, agencyCode: true },
  });
  const managers = await tx.officer.findMany({
    where: {
      disabledAt: null,
      roles: { has: 'manager' },
      agencyCode: { in: cases.map(({ agencyCode }) => agencyCode) },
    },
    select: { id: true, agencyCode: true },
  });
  const mails = managers.flatMap((manager) => {
    const own = cases.filter(({ agencyCode }) => agencyCode === manager.agencyCode);
    const [first] = own;
    if (!first) return [];
    return {
      messageId: `<${uuidv5(`${about}:${manager.id}`, namespace)}@taslim.invalid>`,
      template: 'officer-disabled',
      params: { reference: first.reference, cases: own.slice(0, named).map(({ reference }) => reference) },
      officerId: manager.id,
      caseId: first.id,
      createdAt: at,
      nextAttemptAt: at,
    };
  });
  await tx.mail.createMany({ data: mails, skipDuplicates: true });
}
