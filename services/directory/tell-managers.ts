import { v5 as uuidv5 } from 'uuid';
import type { Officer, Prisma } from '../../prisma/generated/client';
import { visibleCases } from '../cases/visible-cases';
import { type LeftBehind, openCasesOf } from './left-behind';
import type { DirectoryTransaction } from './write-change';

const namespace = '5b1f6a77-29c0-4f0d-8f83-61f0a9d3c2ab';

/** A mail names so many cases; the list of those to be reassigned has them all. */
const named = 50;

type Told = Pick<Officer, 'id' | 'roles' | 'agencyCode'>;

/**
 * Puts one mail for each manager of an officer's agency into the outbox that says what he leaves, as far as the manager
 * may know of it; and one for each secretary of the committee where he leaves a seat. Who has nothing to do hears nothing.
 *
 * @param about the same whenever the same change is told again
 */
export async function tellManagers(
  tx: DirectoryTransaction,
  left: LeftBehind,
  about: string,
  at: Date,
): Promise<void> {
  const told = await tx.officer.findMany({
    where: {
      id: { not: left.officerId },
      disabledAt: null,
      OR: [
        { roles: { has: 'manager' }, agencyCode: left.agency },
        ...(left.seat === null ? [] : [{ roles: { has: 'secretary' } }]),
      ],
    },
    select: { id: true, roles: true, agencyCode: true },
  });
  for (const reader of told) {
    const params = await whatHeHears(tx, left, reader);
    const { cases, returned, roles, seat } = params;
    if (cases.length + returned.length + roles.length === 0 && seat === null) continue;
    await tx.mail.create({
      data: {
        messageId: `<${uuidv5(`${about}:${reader.id}`, namespace)}@taslim.invalid>`,
        template: 'officer-left',
        params,
        officerId: reader.id,
        createdAt: at,
        nextAttemptAt: at,
      },
    });
  }
}

async function whatHeHears(tx: DirectoryTransaction, left: LeftBehind, reader: Told) {
  const manages = reader.roles.includes('manager') && reader.agencyCode === left.agency;
  const { officerId, agency, leavesCases, heldIn } = left;
  const answeredFor = { AND: [openCasesOf(officerId), { agencyCode: agency }] };
  const inHand = { tasks: { some: { claimedById: null, status: 'open' as const } }, id: { in: [...heldIn] } };
  return {
    cases: manages && leavesCases ? await casesFor(tx, answeredFor, reader) : [],
    returned: manages ? await casesFor(tx, inHand, reader) : [],
    roles: manages ? [...left.roles] : [],
    seat: reader.roles.includes('secretary') ? left.seat : null,
  };
}

async function casesFor(
  tx: DirectoryTransaction,
  which: Prisma.CaseWhereInput,
  reader: Told,
): Promise<string[]> {
  const rows = await tx.case.findMany({
    where: { AND: [visibleCases(reader), which] },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: named,
    select: { reference: true },
  });
  return rows.map(({ reference }) => reference);
}
