import type { CaseEvent } from '../../domain/case/events';
import { ballotZone, tallied } from '../../domain/committee/ballot';
import { reasoningText } from '../../locales/reasoning';

type ClockStarted = Extract<CaseEvent['body'], { type: 'clockStarted' }>;

/** What one line of the calendar says: the kind of event, and the rest. */
export interface Description {
  readonly what: string;
  readonly text: string;
}

/** What the lines name people and steps by. */
export interface Names {
  /** 'liaison.baghdad (liaison)'. */
  officer(id: string | null): string;
  /** How a clock was started, by its key. */
  clock(key: string): ClockStarted | undefined;
  /** An instant as a day and a time in a zone. */
  when(instant: string, zone: string): string;
}

/** An event of the register in words and codes. */
export function describeEvent({ body, actorId }: CaseEvent, names: Names): Description {
  switch (body.type) {
    case 'caseOpened': {
      const gaps = body.content.gaps.length > 0 ? `, missing: ${body.content.gaps.join(', ')}` : '';
      const law = body.law ? `; bound to ${body.law.instruments.join(', ')}` : '';
      return line('case opened', `${body.procedure}, by ${names.officer(actorId)}${gaps}${law}`);
    }
    case 'caseImported':
      return line('case imported', `from ${body.source}, by ${names.officer(body.officerId)}`);
    case 'signOffImported':
      return line('signed before', `${stepOf(body.key)}: ${body.outcome}, on ${body.decidedAt}`);
    case 'statusChanged':
      return line('status', body.status);
    case 'stepOpened':
      return line(
        'step opened',
        `${stepOf(body.key)}, ${body.queue === 'todo' ? 'to do' : 'awaited'} by ${whose(body)}`,
      );
    case 'stepReopened':
      return line('step reopened', `${stepOf(body.key)}, to do by ${whose(body)}`);
    case 'stepClosed':
      return line('step closed', `${stepOf(body.key)}: ${body.outcome}`);
    case 'stepCancelled':
      return line('step withdrawn', stepOf(body.key));
    case 'decisionMade':
      return line('decision', `${stepOf(body.key)}: ${body.outcome}, by ${names.officer(body.officerId)}`);
    case 'ballotOpened':
      return line('ballot', `${stepOf(body.key)}${ballotOf(body, names)}`);
    case 'voteCast':
      return line('vote', `${body.seat}: ${body.voice}, by ${names.officer(body.officerId)}`);
    case 'ballotClosed':
      return line('ballot over', `${body.outcome} (${body.cause}): ${tallyOf(body)}`);
    case 'factRecorded': {
      const { outcome, codes, limitDate } = body.fact;
      const conditions = codes.length > 0 ? ` (${codes.join(', ')})` : '';
      const set = limitDate === null ? '' : `, date set by the other side: ${limitDate}`;
      const by = `recorded by ${names.officer(body.officerId)}`;
      return line('fact', `${stepOf(body.key)}: ${outcome}${conditions}${set}, ${by}`);
    }
    case 'documentsRequested':
      return line('asked', `${body.items.join(', ')}, answer by ${body.answerBy} (${body.zone})`);
    case 'documentsProvided':
      return line('answered', body.items.map(({ item }) => item).join(', '));
    case 'custodyBegan':
      return line(
        'custody begins',
        `${body.period}, held by ${body.agencyCode ?? (body.holder === 'ours' ? 'Iraq' : 'the other State')}`,
      );
    case 'custodyEnded':
      return line('custody ends', `${body.period}: ${body.reason}`);
    case 'messageSent':
      return line('message', messageOf(body, names));
    case 'answerPrepared':
      return line('prepared', `${stepOf(body.key)}, by ${names.officer(body.officerId)}`);
    case 'caseClosed':
      return line('case closed', body.outcome);
    default:
      return describeCommon(body, names);
  }
}

/** What every case may have beside its course. */
function describeCommon(body: CaseEvent['body'], names: Names): Description {
  switch (body.type) {
    case 'adviceAsked':
      return line('advice asked', `of ${body.role}, by ${names.officer(body.officerId)}`);
    case 'noteAdded':
      return line('note', `by ${names.officer(body.officerId)}`);
    case 'caseLinked':
      return line('linked', `${body.kind} ${body.to}, by ${names.officer(body.officerId)}`);
    case 'caseUnlinked':
      return line('link removed', `${body.kind} ${body.to}, by ${names.officer(body.officerId)}`);
    default:
      return describeClock(body, names);
  }
}

type Sent = Extract<CaseEvent['body'], { type: 'messageSent' }>;

function messageOf({ kind, from, to, officerId, said }: Sent, names: Names): string {
  const words = said ? [said.outcome, ...said.codes, ...(said.limitDate ? [said.limitDate] : [])] : [];
  const came = said ? `, ${stepOf(said.key)}: ${words.join(', ')}` : '';
  return `${kind}${came}, ${from} to ${to}, by ${names.officer(officerId)}`;
}

/** Who is asked, by what, and when. */
function ballotOf({ terms }: Extract<CaseEvent['body'], { type: 'ballotOpened' }>, names: Names): string {
  if (!terms) return '';
  const { seats, quorum, majority, opensAt, closesAt } = terms;
  const hours = [opensAt, closesAt].map((at) => names.when(at, ballotZone)).join(' to ');
  return `: ${seats.length} seats, quorum ${quorum}, ${majority}, open ${hours}`;
}

function tallyOf({ tally }: Extract<CaseEvent['body'], { type: 'ballotClosed' }>): string {
  return tallied.map((voice) => `${tally[voice]} ${voice}`).join(', ');
}

/** Events of clocks. What no simulated case causes is shown by its name. */
function describeClock(body: CaseEvent['body'], names: Names): Description {
  switch (body.type) {
    case 'clockStarted':
      return line('clock runs', `${ruleOf(body)}${termsOf(body, names)}`);
    case 'clockRecomputed':
      return line(
        'clock moved',
        `${clockOf(body.key, names)}: change ${body.calendarRevision} of the calendar`,
      );
    case 'clockWarned':
      return line('WARNING', `${clockOf(body.key, names)}: ${body.codes.join(', ')}`);
    case 'clockExpired': {
      const effect = names.clock(body.key)?.terms?.effect ?? '';
      return line('EXPIRED', `${clockOf(body.key, names)}: ${effect}`);
    }
    case 'clockMet':
      return line(body.inTime ? 'clock kept' : 'clock missed', clockOf(body.key, names));
    case 'clockStopped':
      return line('clock settled', clockOf(body.key, names));
    default:
      return line(body.type, '');
  }
}

/** Of an agency's own where the case is between two. */
function whose({ role, agencyCode }: { readonly role: string; readonly agencyCode?: string }): string {
  return agencyCode === undefined ? role : `${role} of ${agencyCode}`;
}

function clockOf(key: string, names: Names): string {
  const started = names.clock(key);
  return started ? ruleOf(started) : key;
}

/** A service level measures a step: only that tells it from the next of its kind. */
function ruleOf({ rule, stepKey }: ClockStarted): string {
  return stepKey === null ? rule : `${rule} (${stepOf(stepKey)})`;
}

/** A legal limit tells how it was counted; a service level only until when it runs. */
function termsOf({ terms, zone, stepKey }: ClockStarted, names: Names): string {
  if (!terms) return '';
  const steps = stepKey === null ? (terms.reasoning ?? []) : [];
  const counted = steps.map((step) => `; ${reasoningText('en', step)}`).join('');
  const lastDay = terms.lastDay === null ? '' : `, last day ${terms.lastDay}`;
  const verified = terms.verified ? '' : '; NOT VERIFIED';
  return `: over ${names.when(terms.dueAt, zone)}${lastDay}${counted}; ${terms.source}${verified}`;
}

function line(what: string, text: string): Description {
  return { what, text };
}

/** 'transmission#1' is the first visit of its step: only a later one says so. */
function stepOf(key: string): string {
  return key.endsWith('#1') ? key.slice(0, -'#1'.length) : key;
}
