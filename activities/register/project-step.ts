import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, EventBody } from '../../domain/case/events';
import { boundTo } from '../../domain/case/parties';
import { decisionId, documentRequestId, taskId } from './ids';
import type { OpenedTasks } from './opened-tasks';
import { projectReceipt } from './project-message';
import type { Transaction } from './transaction';

type Body<T extends EventBody['type']> = Extract<EventBody, { type: T }>;
type StepEvent = Body<
  | 'stepOpened'
  | 'stepClosed'
  | 'stepReopened'
  | 'stepCancelled'
  | 'decisionMade'
  | 'factRecorded'
  | 'factSuperseded'
  | 'documentsRequested'
  | 'documentsProvided'
>;

/** Projects steps into tasks, decisions, facts and document requests. */
export async function projectStep(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  event: CaseEvent,
  body: StepEvent,
): Promise<void> {
  const { seq, actorId: closedById } = event;
  const recordedAt = new Date(event.recordedAt);
  switch (body.type) {
    case 'stepOpened': {
      const { key: stepKey, step, kind, queue, role, outcomes, seat = null } = body;
      const agencyCode = boundTo(role, body.agencyCode ?? null);
      const task = { stepKey, step, kind, queue, role, agencyCode, seat, outcomes: [...outcomes] };
      return opened.add({ id: taskId(caseId, seq), ...task, openedSeq: seq, openedAt: recordedAt });
    }
    case 'stepReopened':
      return await reopenTask(tx, caseId, opened, event, body.key);
    case 'stepClosed':
      if (body.outcome === 'received') await projectReceipt(tx, caseId, body.key, closedById, recordedAt);
      return await opened.changeOpen(body.key, {
        status: 'done',
        outcome: body.outcome,
        closedAt: recordedAt,
        closedById,
      });
    case 'stepCancelled':
      return await opened.changeOpen(body.key, { status: 'cancelled', closedAt: recordedAt });
    case 'decisionMade':
      await opened.save();
      return await createDecision(tx, caseId, event, body);
    case 'factRecorded':
    case 'factSuperseded':
      return await createFact(tx, caseId, event, body);
    case 'documentsRequested':
      return await createRequest(tx, caseId, opened, body);
    case 'documentsProvided':
      return await updateRequest(tx, caseId, body);
    default:
      return assertNever(body);
  }
}

async function reopenTask(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  { seq, recordedAt }: CaseEvent,
  stepKey: string,
): Promise<void> {
  await opened.save();
  const last = await tx.task.findFirstOrThrow({ where: { caseId, stepKey }, orderBy: { openedSeq: 'desc' } });
  const { step, kind, queue, role, agencyCode, seat, outcomes } = last;
  const task = { stepKey, step, kind, queue, role, agencyCode, seat, outcomes };
  opened.add({ id: taskId(caseId, seq), ...task, openedSeq: seq, openedAt: new Date(recordedAt) });
}

async function createDecision(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  body: Body<'decisionMade'>,
): Promise<void> {
  const { key: stepKey, stage, fourEyes, outcome, officerId, actingForId, reason, contentHash } = body;
  const task = await tx.task.findFirstOrThrow({
    where: { caseId, stepKey, status: 'open' },
    select: { id: true },
  });
  await tx.decision.create({
    data: {
      id: decisionId(caseId, seq),
      caseId,
      taskId: task.id,
      stepKey,
      stage,
      fourEyes,
      outcome,
      officerId,
      actingForId,
      reasonId: reason?.id ?? null,
      contentHash,
      decidedAt: new Date(recordedAt),
    },
    select: { id: true },
  });
}

async function createFact(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  { key: stepKey, step, fact, officerId, details, proof }: Body<'factRecorded' | 'factSuperseded'>,
): Promise<void> {
  const { occurredAt, zone, outcome, codes, limitDate, signs = null } = fact;
  await tx.fact.create({
    data: {
      caseId,
      seq,
      stepKey,
      step,
      outcome,
      codes: [...codes],
      occurredAt: new Date(occurredAt),
      zone,
      limitDate,
      signs,
      recordedAt: new Date(recordedAt),
      recordedById: officerId,
      detailsId: details?.id ?? null,
      proof: proof.map((document) => document.id),
    },
  });
}

async function createRequest(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  body: Body<'documentsRequested'>,
): Promise<void> {
  const { key: stepKey, items, answerBy, zone, occurredAt, details } = body;
  await tx.documentRequest.create({
    data: {
      id: documentRequestId(caseId, stepKey),
      caseId,
      stepKey,
      items: [...items],
      provided: [],
      askedAt: new Date(occurredAt),
      answerBy,
      zone,
      detailsId: details?.id ?? null,
      status: 'open',
    },
  });
  await opened.changeOpen(stepKey, { queue: 'todo' });
}

async function updateRequest(
  tx: Transaction,
  caseId: string,
  body: Body<'documentsProvided'>,
): Promise<void> {
  const where = { caseId_stepKey: { caseId, stepKey: body.key } };
  const request = await tx.documentRequest.findUniqueOrThrow({ where });
  const sent = body.items.map(({ item, document }) => ({
    item,
    documentId: document.id,
    at: body.occurredAt,
  }));
  const provided = [...(request.provided as { item: string }[]), ...sent];
  const complete = request.items.every((item) => provided.some((entry) => entry.item === item));
  await tx.documentRequest.update({
    where,
    data: { provided, ...(complete ? { status: 'answered', answeredAt: new Date(body.occurredAt) } : {}) },
  });
}
