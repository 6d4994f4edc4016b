import type { EventBody } from '../../../domain/case/events';
import { type ClockEvent, clockEvents, type StepEvent, stepEvents } from './kinds-of-events';
import { type Ledger, must } from './ledger';
import { recordClock } from './record-clock';
import { recordMatter } from './record-matter';

/** Takes note of an event. @throws Error when no case may have it now */
export function record(ledger: Ledger, event: EventBody, now: string): void {
  must(ledger.outcome === null, `${event.type} after the end`);
  ledger.seq += 1;
  if (isClockEvent(event)) recordClock(ledger, event, now);
  else if (isStepEvent(event)) recordStep(ledger, event);
  else recordMatter(ledger, event, now);
}

function isClockEvent(event: EventBody): event is ClockEvent {
  return (clockEvents as readonly string[]).includes(event.type);
}

function isStepEvent(event: EventBody): event is StepEvent {
  return (stepEvents as readonly string[]).includes(event.type);
}

function recordStep(ledger: Ledger, event: StepEvent): void {
  const { steps, seq } = ledger;
  const known = steps.get(event.key);
  switch (event.type) {
    case 'stepOpened':
      must(!known, `${event.key} is opened twice`);
      must(ledger.ending === null || event.kind !== 'approval', `${event.key} is opened in a case that ends`);
      steps.set(event.key, {
        ...{ step: event.step, outcomes: event.outcomes, openedSeq: seq, outcome: null },
        agencyCode: event.agencyCode ?? null,
      });
      return;
    case 'stepClosed':
      must(known?.outcome === null, `${event.key} is closed and was not open`);
      must(known.outcomes.includes(event.outcome), `${event.key} is closed as ${event.outcome}`);
      steps.set(event.key, { ...known, outcome: event.outcome });
      ledger.pending.delete(event.key);
      return;
    case 'stepReopened':
      must(known !== undefined && known.outcome !== null, `${event.key} is reopened and was not closed`);
      steps.set(event.key, { ...known, outcome: null, openedSeq: seq });
      return;
    case 'stepCancelled':
      must(known?.outcome === null, `${event.key} is withdrawn and was not open`);
      steps.delete(event.key);
      ledger.rounds.delete(event.key);
  }
}
