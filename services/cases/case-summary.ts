import { z } from 'zod';
import type { Reader } from '../../domain/permissions/case-access';
import { sideView } from '../../domain/permissions/side-view';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { type ProcedureRequest, procedureOf } from '../procedures';

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
      .describe('The closed case that this one takes up again; told to its own side only'),
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
  { prisma }: ServiceContext,
  reader: Pick<Reader, 'roles' | 'agencyCode'>,
  caseId: string,
): Promise<CaseSummary> {
  const item = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const { body, hash } = await prisma.caseContent.findUniqueOrThrow({
    where: { caseId_version: { caseId, version: item.contentVersion } },
  });
  const { gaps } = procedureOf(item.procedure).assess(body as ProcedureRequest);
  return { ...listItemOf(item, reader), contentHash: hash, gaps: [...gaps] };
}

/** The part of a case that its own row holds, for a reader who may see the case. */
export function listItemOf(item: Case, reader: Pick<Reader, 'roles' | 'agencyCode'>): CaseListItem {
  const { id, reference, procedure, status, outcome, requestingState, requestedState, urgency } = item;
  const { confidential, agencyCode: agency, seq, contentVersion } = item;
  const openedAt = item.openedAt?.toISOString() ?? null;
  const closedAt = item.closedAt?.toISOString() ?? null;
  const suspendedAt = item.suspendedAt?.toISOString() ?? null;
  const states = { requestingState, requestedState };
  const reopens = sideView(reader, item, null) === 'own' ? item.reopensId : null;
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
