import { z } from 'zod';
import type { LawBinding } from '../../domain/law/catalogue/law-binding';
import { outgoingRequestSchema } from '../../domain/procedures/outgoing-extradition/request';
import type { Decision, DocumentRequest, Fact, Officer } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { ProcedureRequest } from '../procedures';
import { taskSchema, taskView } from '../tasks/list-tasks';
import { caseSummarySchema, getCaseSummary } from './case-summary';
import { clockSchema, clockView, nextHardLimit } from './clock-view';
import { getVisibleCase } from './find-case';

const instant = z.iso.datetime();

const factView = z.object({
  stepKey: z.string(),
  superseded: z.boolean().describe('A correction of it has been confirmed since'),
  step: z.string(),
  outcome: z.string(),
  conditions: z.array(z.string()),
  occurredAt: instant,
  zone: z.string(),
  limitDate: z.string().nullable(),
  recordedAt: instant,
  recordedBy: z.string(),
  details: z.unknown(),
  proof: z.array(z.string()),
});

const decisionView = z.object({
  step: z.string(),
  stage: z.string(),
  outcome: z.string(),
  officer: z.string(),
  reason: z.unknown(),
  contentHash: z.string(),
  decidedAt: instant,
});

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

export const caseSchema = caseSummarySchema
  .extend({
    createdBy: z.string(),
    responsibleOfficer: z.string(),
    request: outgoingRequestSchema,
    tasks: z.array(taskSchema),
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
    custody: z.array(
      z.object({
        period: z.string(),
        holder: z.enum(['theirs', 'ours']),
        zone: z.string(),
        beganAt: instant,
        endedAt: instant.nullable(),
        endReason: z.string().nullable(),
      }),
    ),
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

/** Everything the register holds of a case, for an officer who may see it. @throws NotFoundError */
export async function getCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<CaseView> {
  await getVisibleCase(context, officer, caseId);
  const summary = await getCaseSummary(context, caseId);
  const parts = await loadParts(context, caseId);
  const noteOf = new Map(parts.notes.map((note) => [note.id, note.body]));
  const note = (id: string | null) => (id === null ? null : (noteOf.get(id) ?? null));
  return {
    ...summary,
    createdBy: parts.createdBy.name,
    responsibleOfficer: parts.responsibleOfficer.name,
    request: parts.contents[0]?.body as ProcedureRequest,
    tasks: parts.tasks.map((task) => taskView(task, summary.reference)),
    law: lawView(parts.law as LawBinding | null),
    clocks: parts.clocks.map(clockView),
    nextHardLimit: nextHardLimit(parts.clocks),
    facts: await factViews(context, parts.facts, note),
    decisions: parts.decisions.map((decision) => decisionOf(decision, note)),
    documentRequests: parts.documentRequests.map((request) => requestOf(request, note)),
    custody: parts.custodies.map(({ period, holder, zone, beganAt, endedAt, endReason }) => ({
      period,
      holder: holder === 'ours' ? 'ours' : 'theirs',
      zone,
      beganAt: beganAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      endReason,
    })),
    documents: parts.documents.map(({ id, fileName, mediaType, size, sha256 }) => ({
      id,
      fileName,
      mediaType,
      size,
      sha256,
    })),
  };
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
      tasks: { orderBy: { openedSeq: 'asc' } },
      clocks: { orderBy: { dueAt: 'asc' } },
      facts: { orderBy: { seq: 'asc' } },
      decisions: { orderBy: { decidedAt: 'asc' }, include: { officer: true } },
      documentRequests: { orderBy: { askedAt: 'asc' } },
      custodies: { orderBy: { beganAt: 'asc' } },
      documents: { orderBy: { uploadedAt: 'asc' } },
      notes: true,
    },
  });
}

type NoteOf = (id: string | null) => unknown;

async function factViews({ prisma }: ServiceContext, facts: readonly Fact[], note: NoteOf) {
  const ids = facts.map((fact) => fact.recordedById);
  const officers = await prisma.officer.findMany({ where: { id: { in: ids } } });
  const nameOf = new Map(officers.map((officer) => [officer.id, officer.name]));
  return facts.map(
    ({
      seq,
      stepKey,
      step,
      outcome,
      codes,
      occurredAt,
      zone,
      limitDate,
      recordedAt,
      recordedById,
      detailsId,
      proof,
    }) => ({
      stepKey,
      superseded: facts.some((later) => later.stepKey === stepKey && later.seq > seq),
      step,
      outcome,
      conditions: codes,
      occurredAt: occurredAt.toISOString(),
      zone,
      limitDate,
      recordedAt: recordedAt.toISOString(),
      recordedBy: nameOf.get(recordedById) ?? '',
      details: note(detailsId),
      proof,
    }),
  );
}

function decisionOf(decision: Decision & { officer: Officer }, note: NoteOf) {
  const { stepKey: step, stage, outcome, officer, reasonId, contentHash, decidedAt } = decision;
  return {
    step,
    stage,
    outcome,
    officer: officer.name,
    reason: note(reasonId),
    contentHash,
    decidedAt: decidedAt.toISOString(),
  };
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
