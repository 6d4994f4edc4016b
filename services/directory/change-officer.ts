import { v5 as uuidv5 } from 'uuid';
import { seatOfOfficer } from '../../activities/register/committee';
import type { OfficerEntry } from '../../domain/directory/entries';
import { officerRefusal, placeFaults, roleFaults } from '../../domain/directory/officer-rules';
import type { Officer } from '../../prisma/generated/client';
import { recheckSigners } from '../allocation/recheck-signers';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { DirectoryRefusedError, type InvalidInputError, NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { ChangedOfficerView, NewOfficerInput, OfficerEditInput, OfficerView } from './directory-schemas';
import { kindOf, officerEntry } from './entries-of-rows';
import { getOfficer } from './get-directory';
import { leftBehind, openCasesOf, rolesLeftByChange } from './left-behind';
import { refuseFaults } from './refuse-faults';
import { tellManagers } from './tell-managers';
import { type DirectoryTransaction, requireVersion, writeChange } from './write-change';

const namespace = '8c0e4b53-6d0c-4a58-9a5f-0c7d6f1b2e94';

/** Puts an officer into the directory, active. @throws InvalidInputError with every fault */
export async function addOfficer(
  context: ServiceContext,
  administrator: CurrentOfficer,
  key: string,
  input: NewOfficerInput,
): Promise<OfficerView> {
  const request = { officerId: administrator.id, key, route: 'addOfficer', body: input };
  return await answerOnce(context, request, async () => {
    const { subject, reason, ...fields } = input;
    const id = uuidv5(commandIdOf(request), namespace);
    await writeChange(context, request, reason, async (tx) => {
      const after = { ...fields, active: true };
      const taken = await tx.officer.findUnique({ where: { subject } });
      const own = taken ? [{ pointer: '/subject', code: 'subject-taken' }] : [];
      refuseFaults([...own, ...(await faultsOf(tx, after))]);
      await tx.officer.create({ data: { id, subject, ...columnsOf(after), version: 1 } });
      return { officerId: id, after: { subject, ...after } };
    });
    await recheckSigners(context);
    return await getOfficer(context, administrator, id);
  });
}

/**
 * Changes an officer, disables him or lets him in again. When he is disabled his access ends with this transaction. What
 * he leaves his managers hear in one mail, and the administrator sees which roles nobody holds then.
 *
 * @throws NotFoundError, InvalidInputError with every fault, DirectoryChangedError, DirectoryRefusedError
 */
export async function changeOfficer(
  context: ServiceContext,
  administrator: CurrentOfficer,
  key: string,
  id: string,
  input: OfficerEditInput,
): Promise<ChangedOfficerView> {
  const request = { officerId: administrator.id, key, route: `changeOfficer:${id}`, body: input };
  return await answerOnce(context, request, async () => {
    const { baseVersion, reason, ...after } = input;
    await writeChange(context, request, reason, async (tx) => {
      const row = await lockOfficer(tx, id);
      const before = officerEntry(row);
      requireVersion(baseVersion, after, { version: row.version, entry: before });
      refuseFaults(await faultsOf(tx, after));
      await refuseBarred(tx, administrator.id, row, after);
      const changedAt = new Date();
      const left = await leftBehind(tx, id, before, after);
      const disabledAt = after.active ? null : (row.disabledAt ?? changedAt);
      await tx.officer.update({
        where: { id },
        data: { ...columnsOf(after), disabledAt, version: row.version + 1 },
      });
      await tellManagers(tx, left, commandIdOf(request), changedAt);
      return { officerId: id, before, after };
    });
    await recheckSigners(context);
    const rolesLeftEmpty = await rolesLeftByChange(context, commandIdOf(request));
    return { ...(await getOfficer(context, administrator, id)), rolesLeftEmpty };
  });
}

/**
 * The officer, whom no command is written for until the transaction ends: one that has been looked at already is
 * written before, and every other finds him as he is afterwards.
 *
 * @throws NotFoundError
 */
async function lockOfficer(tx: DirectoryTransaction, id: string): Promise<Officer> {
  await tx.$queryRaw`SELECT 1 FROM "Officer" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.officer.findUnique({ where: { id } });
  if (!row) throw new NotFoundError('officer');
  return row;
}

/** @throws DirectoryRefusedError */
async function refuseBarred(
  tx: DirectoryTransaction,
  administratorId: string,
  row: Officer,
  after: OfficerEntry,
): Promise<void> {
  const { id } = row;
  const otherActiveAdministrators = await tx.officer.count({
    where: { id: { not: id }, disabledAt: null, roles: { has: 'administrator' } },
  });
  const why = officerRefusal({
    before: officerEntry(row),
    after,
    himself: id === administratorId,
    otherActiveAdministrators,
    openCases: await tx.case.count({ where: openCasesOf(id) }),
    holdsSeat: (await seatOfOfficer(tx, id)) !== null,
  });
  if (why) throw new DirectoryRefusedError(why);
}

async function faultsOf(tx: DirectoryTransaction, entry: OfficerEntry): Promise<InvalidInputError['faults']> {
  const agency = await tx.agency.findUnique({ where: { code: entry.agency } });
  const place = agency
    ? placeFaults(entry, kindOf(agency))
    : [{ pointer: '/agency', code: 'agency-unknown' }];
  return [...place, ...roleFaults(entry)];
}

function columnsOf({ name, email, language, roles, agency }: OfficerEntry) {
  return { name, email, language, roles: [...roles], agencyCode: agency };
}
