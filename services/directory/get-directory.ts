import { mayDo } from '../../domain/permissions/actions';
import type { Agency, Officer, Side } from '../../prisma/generated/client';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { AgencyView, CaseToReassign, DirectoryChangeView, OfficerView } from './directory-schemas';
import { agencyEntry, officerEntry } from './entries-of-rows';

type Register = Pick<ServiceContext, 'prisma'>;

/** Every agency, by code. */
export async function listAgencies({ prisma }: Register): Promise<AgencyView[]> {
  return (await prisma.agency.findMany({ orderBy: { code: 'asc' } })).map(agencyView);
}

/**
 * The officers of the reader's own side, by name: of the other side he meets agencies and no names. Who keeps or audits
 * the directory sees all of them, and how they are written to.
 */
export async function listOfficers({ prisma }: Register, reader: CurrentOfficer): Promise<OfficerView[]> {
  const ofSide = { agency: { side: await sideOf(prisma, reader) } };
  const rows = await prisma.officer.findMany({
    where: mayDo('directory.audit', reader.roles) ? {} : ofSide,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => officerView(row, reader));
}

/** One officer. @throws NotFoundError */
export async function getOfficer(
  { prisma }: Register,
  reader: CurrentOfficer,
  id: string,
): Promise<OfficerView> {
  const row = await prisma.officer.findUnique({ where: { id } });
  if (!row) throw new NotFoundError('officer');
  return officerView(row, reader);
}

/** Changes of the directory, newest first, with the whole entry before and after. */
export async function listDirectoryChanges(
  { prisma }: Register,
  limit: number,
): Promise<DirectoryChangeView[]> {
  const rows = await prisma.directoryChange.findMany({
    orderBy: { revision: 'desc' },
    take: limit,
    include: { changedBy: { select: { name: true } } },
  });
  return rows.map(({ revision, agencyCode, officerId, before, after, reason, changedBy, changedAt }) => ({
    revision,
    agency: agencyCode,
    officerId,
    before: before as DirectoryChangeView['before'],
    after: after as DirectoryChangeView['after'],
    reason,
    changedBy: changedBy?.name ?? null,
    changedAt: changedAt.toISOString(),
  }));
}

/** Open cases of the manager's agency whose officer is disabled, oldest first. */
export async function listCasesToReassign(
  { prisma }: Register,
  manager: CurrentOfficer,
): Promise<CaseToReassign[]> {
  const { agencyCode } = manager;
  const left = { agencyCode, closedAt: null, responsibleOfficer: { disabledAt: { not: null } } };
  const rows = await prisma.case.findMany({
    where: { AND: [visibleCases(manager), left] },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, reference: true, responsibleOfficer: { select: { name: true } } },
  });
  return rows.map(({ id, reference, responsibleOfficer }) => ({
    caseId: id,
    reference,
    officer: responsibleOfficer.name,
  }));
}

/** An agency as it is answered. */
export function agencyView(row: Agency): AgencyView {
  return { code: row.code, ...agencyEntry(row), version: row.version };
}

/** An officer as `reader` may see him. */
export function officerView(row: Officer, reader: CurrentOfficer): OfficerView {
  const { id, subject, version } = row;
  const { name, agency, roles, active, email, language } = officerEntry(row);
  const open = { id, subject, name, agency, roles: [...roles], active, version };
  return mayDo('directory.audit', reader.roles) ? { ...open, email, language } : open;
}

async function sideOf({ agency }: Register['prisma'], { agencyCode }: CurrentOfficer): Promise<Side> {
  return (await agency.findUniqueOrThrow({ where: { code: agencyCode } })).side;
}
