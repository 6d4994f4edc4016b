import { z } from 'zod';
import type { Reader } from '../../domain/permissions/case-access';
import { sideView } from '../../domain/permissions/side-view';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { type ProcedureRequest, procedureOf } from '../procedures';
import { visibleAmong } from './visible-among';

/** What a list says of a case: no name, no content. */
export const caseListItemSchema = z
  .object({
    id: z.uuid(),
    reference: z.string().meta({ example: 'TAS-2026-000001' }),
    procedure: z.string(),
    status: z.string(),
    outcome: z.string().nullable(),
    requestingState: z.string(),
    requestedState: z.string(),
    urgency: z.string(),
    confidential: z.boolean(),
    agency: z.string(),
    seq: z.int().describe('Number of events'),
    contentVersion: z.int(),
    reopens: z
      .uuid()
      .nullable()
      .describe('The closed case that this one takes up again; told to its own side, and who may see both'),
    openedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
    suspendedAt: z.iso
      .datetime()
      .nullable()
      .describe('Since when the case rests; null while it goes its way'),
  })
  .meta({ id: 'CaseListItem' });

export type CaseListItem = z.infer<typeof caseListItemSchema>;

/** What a command answers with: the case as it is now. */
export const caseSummarySchema = caseListItemSchema
  .extend({
    contentHash: z.string().describe('SHA-256 of the content version: a decision signs it'),
    gaps: z.array(z.string()).describe('Items of the request that are still missing'),
  })
  .meta({ id: 'CaseSummary' });

export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** The summary of an opened case as the register holds it now. The caller has checked that it may be seen. */
export async function getCaseSummary(
  context: ServiceContext,
  reader: Reader,
  caseId: string,
): Promise<CaseSummary> {
  const { prisma } = context;
  const item = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const { body, hash } = await prisma.caseContent.findUniqueOrThrow({
    where: { caseId_version: { caseId, version: item.contentVersion } },
  });
  const { gaps } = procedureOf(item.procedure).assess(body as ProcedureRequest);
  const [listed] = await listItemsOf(context, reader, [item]);
  if (!listed) throw new Error(`case ${caseId} is not listed`);
  return { ...listed, contentHash: hash, gaps: [...gaps] };
}

/** What lists say of cases that the reader may see. */
export async function listItemsOf(
  context: Pick<ServiceContext, 'prisma'>,
  reader: Reader,
  cases: readonly Case[],
): Promise<CaseListItem[]> {
  const takenUp = cases.flatMap(({ reopensId }) => reopensId ?? []);
  const seen = await visibleAmong(context, reader, takenUp);
  return cases.map((item) => listItemOf(item, reader, seen));
}

/** The part of a case that its own row holds. `seen`: of the cases that it may name, those that the reader may see. */
function listItemOf(item: Case, reader: Reader, seen: ReadonlyMap<string, unknown>): CaseListItem {
  const { id, reference, procedure, status, outcome, requestingState, requestedState, urgency } = item;
  const { confidential, agencyCode: agency, seq, contentVersion } = item;
  const openedAt = item.openedAt?.toISOString() ?? null;
  const closedAt = item.closedAt?.toISOString() ?? null;
  const suspendedAt = item.suspendedAt?.toISOString() ?? null;
  const states = { requestingState, requestedState };
  const { reopensId } = item;
  const isTold = sideView(reader, item, null) === 'own' && reopensId !== null && seen.has(reopensId);
  const reopens = isTold ? reopensId : null;
  const times = { reopens, openedAt, closedAt, suspendedAt };
  return {
    id,
    reference,
    procedure,
    status,
    outcome,
    ...states,
    urgency,
    confidential,
    agency,
    seq,
    contentVersion,
    ...times,
  };
}
