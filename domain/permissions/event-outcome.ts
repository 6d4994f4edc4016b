import { assertNever } from '../assert-never';
import type { ContentSummary, EventBody, FactRecord } from '../case/events';

type Shown = Readonly<Record<string, unknown>>;

/**
 * What the other side of a case is shown of an event: what came of it, when, and the limits that both have to keep. No
 * reason, note, officer, proof or hash of these, and nothing by which they could be asked for. Null: nothing at all.
 *
 * Every member is named here, so that what is added to an event later stays where it was written.
 */
export function outcomeOfEvent(body: EventBody): Shown | null {
  switch (body.type) {
    case 'statusChanged':
    case 'caseClosed':
    case 'custodyBegan':
    case 'custodyEnded':
    case 'clockStarted':
    case 'clockRecomputed':
    case 'clockWarned':
    case 'clockMet':
    case 'clockExpired':
    case 'clockStopped':
      return { ...body };
    case 'caseOpened': {
      const { type, procedure, procedureVersion, agencyCode, parties, content, law = null } = body;
      return { type, procedure, procedureVersion, agencyCode, parties, content: told(content), law };
    }
    case 'contentRevised':
      return { type: body.type, content: told(body.content) };
    case 'stepClosed':
    case 'decisionMade':
    case 'decisionRescinded': {
      const { type, key, outcome } = body;
      return { type, key, outcome };
    }
    case 'ballotClosed': {
      const { type, key, cause, at, outcome, tally } = body;
      return { type, key, cause, at, outcome, tally };
    }
    case 'stepReopened': {
      const { type, key, step } = body;
      return { type, key, step };
    }
    case 'signOffImported': {
      const { type, key, step, outcome, decidedAt } = body;
      return { type, key, step, outcome, decidedAt };
    }
    case 'factRecorded': {
      const { type, key, step, fact } = body;
      return { type, key, step, fact: happened(fact) };
    }
    case 'factSuperseded': {
      const { type, key, step, previous, fact } = body;
      return { type, key, step, previous: happened(previous), fact: happened(fact) };
    }
    case 'messageSent': {
      const { type, key, kind, from, to, contentVersion, answers, said } = body;
      const came = said && { outcome: said.outcome, codes: said.codes, limitDate: said.limitDate };
      return { type, key, kind, from, to, contentVersion, answers, ...(came ? { said: came } : {}) };
    }
    case 'endingDecided': {
      const { type, outcome } = body;
      return { type, outcome };
    }
    case 'caseLinked':
    case 'caseUnlinked': {
      const { type, to, kind } = body;
      return { type, to, kind };
    }
    case 'lawRebound': {
      const { type, previous, law } = body;
      return { type, previous, law };
    }
    case 'caseImported':
    case 'caseSuspended':
    case 'caseResumed':
      return { type: body.type };
    case 'stepOpened':
    case 'stepCancelled':
    case 'ballotOpened':
    case 'voteCast':
    case 'correctionProposed':
    case 'responsibleChanged':
    case 'answerPrepared':
    case 'documentsRequested':
    case 'documentsProvided':
    case 'adviceAsked':
    case 'noteAdded':
      return null;
    default:
      return assertNever(body);
  }
}

function told({ version, urgency, requestingState, requestedState }: ContentSummary): Shown {
  return { version, urgency, requestingState, requestedState };
}

function happened({ occurredAt, zone, outcome }: FactRecord): Shown {
  return { occurredAt, zone, outcome };
}
