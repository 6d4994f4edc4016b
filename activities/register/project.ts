import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, EventBody } from '../../domain/case/events';
import type { Prisma } from '../../prisma/generated/client';
import { OpenedTasks } from './opened-tasks';
import { projectBallot } from './project-ballot';
import { caseColumns } from './project-case';
import { projectClock } from './project-clock';
import { projectLink } from './project-link';
import { projectMessage } from './project-message';
import { projectStep } from './project-step';
import type { Transaction } from './transaction';

type CustodyEvent = Extract<EventBody, { type: `custody${string}` }>;

/**
 * Brings the projections up to events that follow each other, and writes `columns` with what they make of the case's
 * row. Projections hold nothing that the event log does not and can be rebuilt from it.
 *
 * Instants are handed to Prisma as Date: it would put an ISO string into the plan of its query and make every plan
 * anew.
 */
export async function project(
  tx: Transaction,
  caseId: string,
  events: readonly CaseEvent[],
  columns: Prisma.CaseUncheckedUpdateInput = {},
): Promise<void> {
  const opened = new OpenedTasks(tx, caseId);
  for (const event of events) await projectEvent(tx, caseId, opened, event);
  await opened.save();
  const { sharedAt, ...data } = { ...caseColumns(events), ...columns };
  await tx.case.update({ where: { id: caseId }, data, select: { id: true } });
  // Since when the other side may see it is said once.
  if (sharedAt) await tx.case.updateMany({ where: { id: caseId, sharedAt: null }, data: { sharedAt } });
}

async function projectEvent(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  event: CaseEvent,
): Promise<void> {
  const { body } = event;
  switch (body.type) {
    case 'caseOpened':
    case 'caseImported':
    case 'signOffImported':
    case 'contentRevised':
    case 'statusChanged':
    case 'caseClosed':
    case 'responsibleChanged':
    case 'caseSuspended':
    case 'caseResumed':
    case 'correctionProposed':
    case 'decisionRescinded':
    case 'answerPrepared':
    case 'endingDecided':
    case 'lawRebound':
    case 'adviceAsked':
    case 'noteAdded':
      return;
    case 'messageSent':
      return await projectMessage(tx, caseId, event, body);
    case 'caseLinked':
    case 'caseUnlinked':
      return await projectLink(tx, caseId, event, body);
    case 'ballotOpened':
    case 'voteCast':
    case 'ballotClosed':
      return await projectBallot(tx, caseId, event, body);
    case 'custodyBegan':
    case 'custodyEnded':
      return await projectCustody(tx, caseId, event.seq, body);
    case 'factSuperseded':
    case 'stepOpened':
    case 'stepClosed':
    case 'stepReopened':
    case 'stepCancelled':
    case 'decisionMade':
    case 'factRecorded':
    case 'documentsRequested':
    case 'documentsProvided':
      return await projectStep(tx, caseId, opened, event, body);
    case 'clockStarted':
    case 'clockRecomputed':
    case 'clockWarned':
    case 'clockMet':
    case 'clockExpired':
    case 'clockStopped':
      return await projectClock(tx, caseId, opened, event, body);
    default:
      return assertNever(body);
  }
}

async function projectCustody(
  tx: Transaction,
  caseId: string,
  beganSeq: number,
  body: CustodyEvent,
): Promise<void> {
  const { period } = body;
  const where = { caseId_period: { caseId, period } };
  if (body.type === 'custodyEnded') {
    const data = { endedAt: new Date(body.at), endReason: body.reason };
    await tx.custody.update({ where, data });
    return;
  }
  const { zone, agencyCode = null } = body;
  const began = { zone, agencyCode, beganAt: new Date(body.at) };
  await tx.custody.upsert({
    where,
    create: { caseId, period, beganSeq, holder: body.holder, ...began },
    update: began,
  });
}
