import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, ContentSummary } from '../../domain/case/events';
import { projectClock } from './project-clock';
import { projectStep } from './project-step';
import type { Transaction } from './transaction';

/** Brings the projections up to one event. They hold nothing that the event log does not and can be rebuilt from it. */
export async function project(tx: Transaction, caseId: string, event: CaseEvent): Promise<void> {
  const { body, recordedAt } = event;
  switch (body.type) {
    case 'caseOpened':
      await tx.case.update({
        where: { id: caseId },
        data: { openedAt: recordedAt, ...columnsOf(body.content) },
      });
      return;
    case 'contentRevised':
      await tx.case.update({ where: { id: caseId }, data: columnsOf(body.content) });
      return;
    case 'statusChanged':
      await tx.case.update({ where: { id: caseId }, data: { status: body.status } });
      return;
    case 'caseClosed':
      await tx.case.update({
        where: { id: caseId },
        data: { status: 'closed', outcome: body.outcome, closedAt: recordedAt },
      });
      return;
    case 'custodyBegan':
      await tx.custody.upsert({
        where: { caseId_period: { caseId, period: body.period } },
        create: {
          caseId,
          period: body.period,
          beganSeq: event.seq,
          holder: body.holder,
          zone: body.zone,
          beganAt: body.at,
        },
        update: { beganAt: body.at, zone: body.zone },
      });
      return;
    case 'custodyEnded':
      await tx.custody.update({
        where: { caseId_period: { caseId, period: body.period } },
        data: { endedAt: body.at, endReason: body.reason },
      });
      return;
    case 'responsibleChanged':
      await tx.case.update({ where: { id: caseId }, data: { responsibleOfficerId: body.officerId } });
      return;
    case 'caseSuspended':
    case 'caseResumed':
      await tx.case.update({
        where: { id: caseId },
        data: { suspendedAt: body.type === 'caseSuspended' ? recordedAt : null },
      });
      return;
    case 'correctionProposed':
    case 'decisionRescinded':
    case 'endingDecided':
      return;
    case 'factSuperseded':
    case 'stepOpened':
    case 'stepClosed':
    case 'stepReopened':
    case 'stepCancelled':
    case 'decisionMade':
    case 'factRecorded':
    case 'documentsRequested':
    case 'documentsProvided':
      return await projectStep(tx, caseId, event, body);
    case 'clockStarted':
    case 'clockWarned':
    case 'clockMet':
    case 'clockExpired':
    case 'clockStopped':
      return await projectClock(tx, caseId, event, body);
    default:
      return assertNever(body);
  }
}

/** What lists show of the content. */
function columnsOf({ version, urgency, confidential, requestingState, requestedState }: ContentSummary) {
  return { contentVersion: version, urgency, confidential, requestingState, requestedState };
}
