import { v5 as uuidv5 } from 'uuid';
import type { OfficerEntry } from '../../domain/directory/entries';
import { officerFaults, officerRefusal } from '../../domain/directory/officer-rules';
import type { Officer } from '../../prisma/generated/client';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { DirectoryRefusedError, InvalidInputError, NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { NewOfficerInput, OfficerEditInput, OfficerView } from './directory-schemas';
import { kindOf, officerEntry } from './entries-of-rows';
import { getOfficer } from './get-directory';
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
    return await getOfficer(context, administrator, id);
  });
}

/**
 * Changes an officer, disables him or lets him in again. When he is disabled his access ends with this transaction,
 * and the managers of his agency hear once of the cases that he leaves.
 *
 * @throws NotFoundError, InvalidInputError with every fault, DirectoryChangedError, DirectoryRefusedError
 */
export async function changeOfficer(
  context: ServiceContext,
  administrator: CurrentOfficer,
  key: string,
  id: string,
  input: OfficerEditInput,
): Promise<OfficerView> {
  const request = { officerId: administrator.id, key, route: `changeOfficer:${id}`, body: input };
  return await answerOnce(context, request, async () => {
    const { baseVersion, reason, ...after } = input;
    await writeChange(context, request, reason, async (tx, changedAt) => {
      const row = await tx.officer.findUnique({ where: { id } });
      if (!row) throw new NotFoundError('officer');
      const before = officerEntry(row);
      requireVersion(baseVersion, after, { version: row.version, entry: before });
      refuseFaults(await faultsOf(tx, after));
      await refuseBarred(tx, administrator.id, row, after);
      const disabledAt = after.active ? null : (row.disabledAt ?? changedAt);
      await tx.officer.update({
        where: { id },
        data: { ...columnsOf(after), disabledAt, version: row.version + 1 },
      });
      if (before.active && !after.active) await tellManagers(tx, id, commandIdOf(request), changedAt);
      return { officerId: id, before, after };
    });
    return await getOfficer(context, administrator, id);
  });
}

/** @throws DirectoryRefusedError */
async function refuseBarred(
  tx: DirectoryTransaction,
  administratorId: string,
  row: Officer,
  after: OfficerEntry,
): Promise<void> {
  const { id } = row;
  const openCases = await tx.case.count({ where: { responsibleOfficerId: id, closedAt: null } });
  const otherActiveAdministrators = await tx.officer.count({
    where: { id: { not: id }, disabledAt: null, roles: { has: 'administrator' } },
  });
  const himself = id === administratorId;
  const before = officerEntry(row);
  const why = officerRefusal({ before, after, himself, otherActiveAdministrators, openCases });
  if (why) throw new DirectoryRefusedError(why);
}

async function faultsOf(tx: DirectoryTransaction, entry: OfficerEntry): Promise<InvalidInputError['faults']> {
  const agency = await tx.agency.findUnique({ where: { code: entry.agency } });
  const unknown = agency ? [] : [{ pointer: '/agency', code: 'agency-unknown' }];
  return [...unknown, ...officerFaults(entry, agency && kindOf(agency))];
}

function columnsOf({ name, email, language, roles, agency }: OfficerEntry) {
  return { name, email, language, roles: [...roles], agencyCode: agency };
}

/** @throws InvalidInputError */
function refuseFaults(faults: InvalidInputError['faults']): void {
  if (faults.length > 0) throw new InvalidInputError(faults);
}
