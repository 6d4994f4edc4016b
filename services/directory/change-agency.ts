import { type AgencySurroundings, agencyFaults } from '../../domain/directory/agency-rules';
import type { AgencyEntry } from '../../domain/directory/entries';
import { answerOnce } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { AgencyEditInput, AgencyView, NewAgencyInput } from './directory-schemas';
import { agencyEntry, officerEntry } from './entries-of-rows';
import { agencyView } from './get-directory';
import { refuseFaults } from './refuse-faults';
import { type DirectoryTransaction, requireVersion, writeChange } from './write-change';

/** Puts an agency into the directory. @throws InvalidInputError with every fault */
export async function addAgency(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  input: NewAgencyInput,
): Promise<AgencyView> {
  const request = { officerId: officer.id, key, route: 'addAgency', body: input };
  return await answerOnce(context, request, async () => {
    const { code, reason, ...entry } = input;
    await writeChange(context, request, reason, async (tx) => {
      const taken = await tx.agency.findUnique({ where: { code } });
      const own = taken ? [{ pointer: '/code', code: 'code-taken' }] : [];
      refuseFaults([...own, ...agencyFaults(entry, await around(tx, code, entry))]);
      await tx.agency.create({ data: { code, ...entry, version: 1 } });
      return { agencyCode: code, after: entry };
    });
    return await viewOf(context, code);
  });
}

/**
 * Changes an agency; cases that run keep the calendar by which their limits were counted.
 *
 * @throws NotFoundError, InvalidInputError with every fault, DirectoryChangedError
 */
export async function changeAgency(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  code: string,
  input: AgencyEditInput,
): Promise<AgencyView> {
  const request = { officerId: officer.id, key, route: `changeAgency:${code}`, body: input };
  return await answerOnce(context, request, async () => {
    const { baseVersion, reason, ...fields } = input;
    await writeChange(context, request, reason, async (tx) => {
      const row = await tx.agency.findUnique({ where: { code } });
      if (!row) throw new NotFoundError('agency');
      const before = agencyEntry(row);
      requireVersion(baseVersion, fields, { version: row.version, entry: before });
      const after = { ...fields, side: row.side };
      refuseFaults(agencyFaults(after, await around(tx, code, after)));
      await tx.agency.update({ where: { code }, data: { ...fields, version: row.version + 1 } });
      return { agencyCode: code, before, after };
    });
    return await viewOf(context, code);
  });
}

async function viewOf({ prisma }: ServiceContext, code: string): Promise<AgencyView> {
  return agencyView(await prisma.agency.findUniqueOrThrow({ where: { code } }));
}

async function around(
  tx: DirectoryTransaction,
  code: string,
  { side }: Pick<AgencyEntry, 'side'>,
): Promise<AgencySurroundings> {
  const unit = await tx.agency.findFirst({ where: { side, transfers: true, code: { not: code } } });
  const officers = await tx.officer.findMany({ where: { agencyCode: code, disabledAt: null } });
  return {
    transferUnit: unit?.code ?? null,
    heldRoles: officers.flatMap((officer) => officerEntry(officer).roles),
  };
}
