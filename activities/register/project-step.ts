import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, EventBody } from '../../domain/case/events';
import { decisionId, documentRequestId, taskId } from './ids';
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
  event: CaseEvent,
  body: StepEvent,
): Promise<void> {
  const { seq, recordedAt, actorId } = event;
  const openTask = { caseId, stepKey: body.key, status: 'open' as const };
  switch (body.type) {
    case 'stepOpened': {
      const { key: stepKey, step, kind, queue, role, outcomes } = body;
      const task = { stepKey, step, kind, queue, role, outcomes: [...outcomes], openedSeq: seq };
      await tx.task.create({
        data: { id: taskId(caseId, seq), caseId, ...task, status: 'open', openedAt: recordedAt },
      });
      return;
    }
    case 'stepReopened':
      return await reopenTask(tx, caseId, event, body.key);
    case 'stepClosed':
      await tx.task.updateMany({
        where: openTask,
        data: { status: 'done', outcome: body.outcome, closedAt: recordedAt, closedById: actorId },
      });
      return;
    case 'stepCancelled':
      await tx.task.updateMany({ where: openTask, data: { status: 'cancelled', closedAt: recordedAt } });
      return;
    case 'decisionMade':
      return await createDecision(tx, caseId, event, body);
    case 'factRecorded':
    case 'factSuperseded':
      return await createFact(tx, caseId, event, body);
    case 'documentsRequested':
      return await createRequest(tx, caseId, body);
    case 'documentsProvided':
      return await updateRequest(tx, caseId, body);
    default:
      return assertNever(body);
  }
}

async function reopenTask(tx: Transaction, caseId: string, event: CaseEvent, stepKey: string): Promise<void> {
  const last = await tx.task.findFirstOrThrow({ where: { caseId, stepKey }, orderBy: { openedSeq: 'desc' } });
  const { step, kind, queue, role, outcomes } = last;
  await tx.task.create({
    data: {
      id: taskId(caseId, event.seq),
      caseId,
      stepKey,
      step,
      kind,
      queue,
      role,
      outcomes,
      openedSeq: event.seq,
      status: 'open',
      openedAt: event.recordedAt,
    },
  });
}

async function createDecision(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  body: Body<'decisionMade'>,
): Promise<void> {
  const { key: stepKey, stage, fourEyes, outcome, officerId, actingForId, reason, contentHash } = body;
  const task = await tx.task.findFirstOrThrow({ where: { caseId, stepKey, status: 'open' } });
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
      decidedAt: recordedAt,
    },
  });
}

async function createFact(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  { key: stepKey, step, fact, officerId, details, proof }: Body<'factRecorded' | 'factSuperseded'>,
): Promise<void> {
  const { occurredAt, zone, outcome, codes, limitDate } = fact;
  await tx.fact.create({
    data: {
      caseId,
      seq,
      stepKey,
      step,
      outcome,
      codes: [...codes],
      occurredAt,
      zone,
      limitDate,
      recordedAt,
      recordedById: officerId,
      detailsId: details?.id ?? null,
      proof: proof.map((document) => document.id),
    },
  });
}

async function createRequest(
  tx: Transaction,
  caseId: string,
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
      askedAt: occurredAt,
      answerBy,
      zone,
      detailsId: details?.id ?? null,
      status: 'open',
    },
  });
  await tx.task.updateMany({ where: { caseId, stepKey, status: 'open' }, data: { queue: 'todo' } });
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
    data: { provided, ...(complete ? { status: 'answered', answeredAt: body.occurredAt } : {}) },
  });
}
