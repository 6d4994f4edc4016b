import type { CaseEvent, ContentSummary, EventBody } from '../../domain/case/events';
import type { Prisma } from '../../prisma/generated/client';

type CaseColumns = Prisma.CaseUncheckedUpdateInput;

/** What a command's events make of the row of the case itself: the last word on a column counts. */
export function caseColumns(events: readonly CaseEvent[]): CaseColumns {
  return Object.assign({}, ...events.map(changesBy));
}

function changesBy({ body, recordedAt }: CaseEvent): CaseColumns {
  switch (body.type) {
    case 'caseOpened':
      return {
        openedAt: new Date(recordedAt),
        ...lawColumn(body),
        ...contentColumns(body.content),
        ...sharedColumn(body.parties !== undefined && body.content.alreadyHeld === true, recordedAt),
      };
    case 'messageSent':
      return sharedColumn(body.kind === 'request', recordedAt);
    case 'contentRevised':
      return {
        ...contentColumns(body.content),
        ...sharedColumn(body.content.alreadyHeld === true, recordedAt),
      };
    case 'statusChanged':
      return { status: body.status };
    case 'caseClosed':
      return { status: 'closed', outcome: body.outcome, closedAt: new Date(recordedAt) };
    case 'responsibleChanged':
      return { responsibleOfficerId: body.officerId };
    case 'lawRebound':
      return lawColumn(body);
    case 'caseSuspended':
      return { suspendedAt: new Date(recordedAt) };
    case 'caseResumed':
      return { suspendedAt: null };
    default:
      return {};
  }
}

/**
 * The other side may see a case once the request has been sent to it, and from the beginning where it holds the person
 * already: the hours of his custody run there.
 */
function sharedColumn(isShared: boolean, at: string): CaseColumns {
  return isShared ? { sharedAt: new Date(at) } : {};
}

function lawColumn({ law }: Extract<EventBody, { type: 'caseOpened' | 'lawRebound' }>): CaseColumns {
  if (!law) return {};
  const { on, instruments, limits, duties } = law;
  const bound = { on, instruments: [...instruments], limits: limits.map((limit) => ({ ...limit })) };
  return { law: duties === undefined ? bound : { ...bound, duties: [...duties] } };
}

/** What lists show of the content. */
function contentColumns({ version, urgency, confidential, requestingState, requestedState }: ContentSummary) {
  return { contentVersion: version, urgency, confidential, requestingState, requestedState };
}
