import { z } from 'zod';
import type { LawBinding } from '../../domain/law/catalogue/law-binding';
import { daysInCustody } from '../../domain/law/clock/days-in-custody';
import { adviceStep } from '../../domain/procedures/aside-steps';
import type { Case, Custody, DocumentRequest } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { documentsFor } from '../documents/side-documents';
import { requestFor } from '../links/linked-case';
import { linksOfCase, linkView } from '../links/links-of-case';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, requestSchema } from '../procedures';
import { taskSchema, taskView } from '../tasks/task-view';
import { adviceAndNotes, adviceView, noteView } from './advice-and-notes';
import { caseSummarySchema, getCaseSummary } from './case-summary';
import { clockSchema, nextHardLimit } from './clock-view';
import { clockViews } from './clocks-for-reader';
import { decisionOf, decisionView } from './decision-view';
import { factView, factViews } from './fact-view';
import { getVisibleCase } from './find-case';
import { messageView, messageViews } from './message-view';
import { type NoteOf, noteReader } from './notes-of-case';
import { readAs } from './read-as';

const instant = z.iso.datetime();

const documentRequestView = z.object({
  id: z.uuid(),
  stepKey: z.string(),
  items: z.array(z.string()),
  provided: z.unknown(),
  question: z.unknown(),
  askedAt: instant,
  answerBy: z.string(),
  zone: z.string(),
  status: z.string(),
  answeredAt: instant.nullable(),
});

const partiesSchema = z.object({
  requesting: z.string().describe('The agency that asks, and owns the case'),
  requested: z.string().describe('The agency that is asked'),
  sharedAt: instant.nullable().describe('Since when the requested side sees the case'),
});

export const caseSchema = caseSummarySchema
  .extend({
    createdBy: z.string().describe("An officer of the own side, or the other side's agency"),
    responsibleOfficer: z.string(),
    parties: partiesSchema.nullable().describe('The two sides; null where one agency has the case alone'),
    batchId: z.uuid().nullable().describe('The batch that it came with'),
    request: requestSchema,
    tasks: z.array(taskSchema).describe("Of the reader's side; how far the other has come is in the graph"),
    law: z
      .object({
        on: z.iso.date(),
        instruments: z.array(z.string()),
        limits: z.array(
          z.object({ event: z.string(), rule: z.string(), version: z.int(), effect: z.string() }),
        ),
      })
      .nullable()
      .describe('The law that the case was bound to when it was opened'),
    clocks: z.array(clockSchema),
    nextHardLimit: z
      .string()
      .nullable()
      .describe('Key of the running legal limit that has to be obeyed first: of several, the shortest'),
    facts: z.array(factView),
    decisions: z.array(decisionView),
    documentRequests: z.array(documentRequestView),
    messages: z.array(messageView).describe('What the two sides gave each other, with the receipts'),
    notes: z.array(noteView).describe("Of the reader's side"),
    advice: z.array(adviceView).describe("What the reader's side asked its own people"),
    links: z
      .array(linkView)
      .describe('What the case has in common with others, as far as the reader may see these'),
    daysInCustodyHere: z
      .int()
      .nullable()
      .describe(
        'Calendar days of custody in Iraq that are over, to be told with a surrender; null while none is',
      ),
    custody: z.array(
      z.object({
        period: z.string(),
        holder: z.enum(['theirs', 'ours']),
        agency: z.string().nullable().describe('Which of the two sides answers for the person'),
        zone: z.string(),
        beganAt: instant,
        endedAt: instant.nullable(),
        endReason: z.string().nullable(),
      }),
    ),
    daysInCustodyAbroad: z
      .int()
      .nullable()
      .describe('Calendar days of custody abroad that are over, to be told to the court; null while none is'),
    documents: z.array(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        mediaType: z.string(),
        size: z.int(),
        sha256: z.string(),
      }),
    ),
  })
  .meta({ id: 'Case' });

export type CaseView = z.infer<typeof caseSchema>;

/**
 * What the register holds of a case, for an officer who may see it: in a case between two sides all of his own, and of
 * the other side what came of it and what was sent.
 *
 * @throws NotFoundError
 */
export async function getCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<CaseView> {
  const reading = await readAs(context, officer, await getVisibleCase(context, officer, caseId));
  const { eyes, log, name } = reading;
  const summary = await getCaseSummary(context, officer, caseId);
  const parts = await loadParts(context, caseId);
  const note = noteReader(parts.notes);
  const mayHave = documentsFor(reading, parts);
  return {
    ...summary,
    createdBy: name(null, parts.createdBy.name),
    responsibleOfficer: name(null, parts.responsibleOfficer.name),
    parties: partiesOf(parts),
    batchId: parts.batchId,
    request: await requestFor(context, officer, parts.procedure, parts.contents[0]?.body as ProcedureRequest),
    tasks: parts.tasks
      .filter(({ stepKey }) => eyes(log.stepOf(stepKey)) === 'own')
      .map((task) => taskView(officer, { ...task, case: parts })),
    law: lawView(parts.law as LawBinding | null),
    clocks: clockViews(reading, parts.clocks),
    nextHardLimit: nextHardLimit(parts.clocks),
    facts: await factViews(context, reading, parts.facts, note),
    decisions: parts.decisions
      .filter(({ stage, stepKey }) => stage !== adviceStep || eyes(log.stepOf(stepKey)) === 'own')
      .map((decision) => decisionOf(decision, reading, note)),
    documentRequests: parts.documentRequests
      .filter(({ stepKey }) => eyes(log.stepOf(stepKey)) === 'own')
      .map((request) => requestOf(request, note)),
    messages: await messageViews(context, reading, parts.messages, note),
    daysInCustodyHere: daysHeld(parts.custodies, 'ours'),
    ...(await adviceAndNotes(context, reading, parts, note)),
    links: await linksOfCase(context, officer, parts),
    custody: parts.custodies.map(({ period, holder, agencyCode, zone, beganAt, endedAt, endReason }) => ({
      period,
      holder: holder === 'ours' ? 'ours' : 'theirs',
      agency: agencyCode,
      zone,
      beganAt: beganAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      endReason,
    })),
    daysInCustodyAbroad: daysHeld(parts.custodies, 'theirs'),
    documents: parts.documents
      .filter(({ id }) => mayHave(id))
      .map(({ id, fileName, mediaType, size, sha256 }) => ({ id, fileName, mediaType, size, sha256 })),
  };
}

function partiesOf({ agencyCode, counterpartCode, sharedAt }: Case): CaseView['parties'] {
  if (counterpartCode === null) return null;
  return {
    requesting: agencyCode,
    requested: counterpartCode,
    sharedAt: sharedAt?.toISOString() ?? null,
  };
}

/** Days of custody that are over, where the other State or Iraq held the person. */
function daysHeld(custodies: readonly Custody[], by: 'theirs' | 'ours'): number | null {
  const past = custodies.flatMap(({ holder, beganAt, endedAt, zone }) =>
    holder === by && endedAt
      ? [{ beganAt: beganAt.toISOString(), endedAt: endedAt.toISOString(), zone }]
      : [],
  );
  return past.length === 0 ? null : daysInCustody(past);
}

function lawView(law: LawBinding | null): CaseView['law'] {
  return law && { on: law.on, instruments: [...law.instruments], limits: [...law.limits] };
}

async function loadParts({ prisma }: ServiceContext, caseId: string) {
  return await prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    include: {
      createdBy: true,
      responsibleOfficer: true,
      contents: { where: { version: { not: null } }, orderBy: { version: 'desc' }, take: 1 },
      tasks: { orderBy: { openedSeq: 'asc' }, include: { claimedBy: true } },
      clocks: { orderBy: { dueAt: 'asc' } },
      facts: { orderBy: { seq: 'asc' } },
      decisions: { orderBy: { decidedAt: 'asc' }, include: { officer: true, actingFor: true } },
      documentRequests: { orderBy: { askedAt: 'asc' } },
      custodies: { orderBy: { beganAt: 'asc' } },
      messages: { orderBy: { seq: 'asc' } },
      documents: { orderBy: { uploadedAt: 'asc' } },
      notes: true,
    },
  });
}

function requestOf(request: DocumentRequest, note: NoteOf) {
  const { id, stepKey, items, provided, detailsId, askedAt, answerBy, zone, status, answeredAt } = request;
  return {
    id,
    stepKey,
    items,
    provided,
    question: note(detailsId),
    askedAt: askedAt.toISOString(),
    answerBy,
    zone,
    status,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
