import type { Prisma, TransferBatch } from '../../prisma/generated/client';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { countsOf, noCounts } from './batch-counts';
import type { BatchList, BatchSummary, BatchView, ItemStatus } from './batch-view';

/**
 * Batches of the officer's agency, and those of the other side of which he may see a case; newest first, in pages:
 * `after` is the last id of the page before.
 */
export async function listBatches(
  context: ServiceContext,
  officer: CurrentOfficer,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<BatchList> {
  const rows = await context.prisma.transferBatch.findMany({
    where: visibleBatches(officer),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
  });
  const page = rows.slice(0, limit);
  const items = await summariesOf(context, officer, page);
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** A batch with its counts. @throws NotFoundError when the officer may see nothing of it */
export async function getBatchSummary(
  context: ServiceContext,
  officer: CurrentOfficer,
  id: string,
): Promise<BatchSummary> {
  const batch = await context.prisma.transferBatch.findFirst({ where: { id, ...visibleBatches(officer) } });
  const [summary] = batch ? await summariesOf(context, officer, [batch]) : [];
  if (!summary) throw new NotFoundError('batch');
  return summary;
}

/**
 * A batch with its counts and persons. Who is not of the side that asks gets the persons whose cases he may see, and
 * nothing that tells how many others there are.
 *
 * @throws NotFoundError when the officer may see nothing of it
 */
export async function getBatch(
  context: ServiceContext,
  officer: CurrentOfficer,
  id: string,
): Promise<BatchView> {
  const { prisma } = context;
  const summary = await getBatchSummary(context, officer, id);
  const isWhole = seesWhole(officer, summary.agency);
  const cases = await prisma.case.findMany({
    where: { batchId: id, ...visibleCases(officer) },
    select: { id: true, reference: true, status: true, outcome: true },
  });
  const caseOf = new Map(cases.map((item) => [item.id, item]));
  const rows = await prisma.transferBatchItem.findMany({
    where: { batchId: id, ...(isWhole ? {} : { caseId: { in: [...caseOf.keys()] } }) },
    orderBy: { place: 'asc' },
    select: { place: true, status: true, refusal: true, caseId: true },
  });
  const items = rows.map(({ place, status, refusal, caseId }) => ({
    place: isWhole ? place : null,
    status: status as ItemStatus,
    refusal: refusal as BatchView['items'][number]['refusal'],
    case: caseOf.get(caseId) ?? null,
  }));
  return { ...summary, items };
}

function seesWhole({ roles, agencyCode }: CurrentOfficer, owner: string): boolean {
  return roles.includes('auditor') || agencyCode === owner;
}

function visibleBatches(officer: CurrentOfficer): Prisma.TransferBatchWhereInput {
  if (officer.roles.includes('auditor')) return {};
  return { OR: [{ agencyCode: officer.agencyCode }, { cases: { some: visibleCases(officer) } }] };
}

async function summariesOf(
  context: ServiceContext,
  officer: CurrentOfficer,
  batches: readonly TransferBatch[],
): Promise<BatchSummary[]> {
  const ids = batches.map(({ id }) => id);
  const counts = await countsOf(context, officer, ids);
  return batches.map((batch) => {
    const { id, reference, fromSide: from, toSide: to, agencyCode: agency, createdAt, finishedAt } = batch;
    const { progress, cases } = counts.get(id) ?? noCounts;
    const isWhole = seesWhole(officer, agency);
    return {
      id,
      reference,
      from,
      to,
      agency,
      createdAt: createdAt.toISOString(),
      finishedAt: isWhole ? (finishedAt?.toISOString() ?? null) : null,
      progress: isWhole ? progress : null,
      cases,
    };
  });
}
