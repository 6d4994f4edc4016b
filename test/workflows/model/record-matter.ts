import type { EventBody } from '../../../domain/case/events';
import { unresting } from './forbids';
import type { MatterEvent } from './kinds-of-events';
import { type Ledger, must } from './ledger';

type Event<T extends EventBody['type']> = Extract<EventBody, { type: T }>;

/** Takes note of what people did and of what happened outside. */
export function recordMatter(ledger: Ledger, event: MatterEvent, now: string): void {
  switch (event.type) {
    case 'caseOpened':
      must(ledger.seq === 1, 'a case is opened twice');
      return;
    case 'contentRevised':
      must(!ledger.suspended, 'an edit of a case that rests');
      must(event.content.version === ledger.content.version + 1, 'a version that does not follow');
      ledger.content = event.content;
      return;
    case 'statusChanged':
      must(event.status !== ledger.status, 'a status that changes to itself');
      ledger.status = event.status;
      return;
    case 'decisionMade':
      recordDecision(ledger, event);
      return;
    case 'decisionRescinded':
      must(!ledger.suspended, 'a signature taken back in a case that rests');
      return;
    case 'factRecorded': {
      const { key, step, fact, officerId } = event;
      must(fact.occurredAt <= now, `${key} has not happened yet`);
      const causes = (ledger.table[step]?.notBefore ?? []).flatMap(
        (name) => ledger.latestFactKey(name) ?? [],
      );
      ledger.facts.set(key, { step, causes, fact, officerId });
      return;
    }
    case 'correctionProposed': {
      const { key, factKey, officerId, fact } = event;
      ledger.pending.set(key, { factKey, officerId, fact });
      return;
    }
    case 'factSuperseded': {
      const known = ledger.facts.get(event.key);
      must(known?.fact.outcome === event.fact.outcome, `${event.key} becomes another event`);
      ledger.facts.set(event.key, { ...known, fact: event.fact });
      return;
    }
    case 'answerPrepared':
      must(ledger.steps.get(event.key)?.outcome === null, `${event.key} is prepared and was not open`);
      ledger.prepared.set(event.key, event.officerId);
      return;
    case 'endingDecided':
      must(ledger.ending === null, 'an ending decided twice');
      ledger.ending = event.outcome;
      return;
    case 'caseSuspended':
    case 'caseResumed':
      must(ledger.suspended === (event.type === 'caseResumed'), event.type);
      ledger.suspended = event.type === 'caseSuspended';
      return;
    case 'responsibleChanged':
      return;
    case 'documentsRequested':
      must(!ledger.rounds.has(event.key), `${event.key} is asked twice`);
      ledger.rounds.set(event.key, {
        items: event.items,
        provided: new Set(),
        askedAt: event.occurredAt,
      });
      return;
    case 'documentsProvided':
      for (const { item } of event.items) ledger.rounds.get(event.key)?.provided.add(item);
      return;
    case 'custodyBegan': {
      const endedAt = ledger.custody.get(event.period)?.endedAt ?? null;
      ledger.custody.set(event.period, { beganAt: event.at, endedAt });
      return;
    }
    case 'custodyEnded': {
      const period = ledger.custody.get(event.period);
      must(period !== undefined, `${event.period} ends and never began`);
      ledger.custody.set(event.period, { ...period, endedAt: event.at });
      return;
    }
    case 'caseLinked':
      must(!ledger.links.has(linkOf(event)), 'a link made twice');
      ledger.links.add(linkOf(event));
      return;
    case 'caseUnlinked':
      must(ledger.links.delete(linkOf(event)), 'a link taken back that was none');
      return;
    case 'adviceAsked':
      must(ledger.steps.get(event.key)?.outcome === null, `${event.key} is asked and not open`);
      ledger.askers.set(event.key, event.officerId);
      return;
    case 'noteAdded':
      return;
    case 'caseClosed':
      ledger.outcome = event.outcome;
      ledger.status = 'closed';
      ledger.pending.clear();
  }
}

function linkOf({ kind, to }: Event<'caseLinked' | 'caseUnlinked'>): string {
  return `${kind} ${to}`;
}

/** Nobody signs at two stages, nor what he opened or edited last; a substitute is bound by both persons' exclusions. */
function recordDecision(ledger: Ledger, event: Event<'decisionMade'>): void {
  const { key, stage, fourEyes, officerId, actingForId, contentHash } = event;
  must(!ledger.suspended || unresting(ledger, key), `${key} is signed in a case that rests`);
  must(ledger.steps.get(key)?.outcome === null, `${key} is decided and was not open`);
  must(contentHash === ledger.content.hash, `${key} is signed over another content`);
  const kind = ledger.table[ledger.steps.get(key)?.step ?? '']?.kind;
  must(fourEyes === (kind === 'approval' || kind === 'check'), `${key} is decided under the wrong eyes`);
  const persons = [officerId, actingForId].filter((person) => person !== null);
  for (const person of persons) {
    must(kind !== 'advice' || person !== ledger.askers.get(key), `${key} by who asked`);
    must(kind !== 'correction' || person !== ledger.pending.get(key)?.officerId, `${key} by its proposer`);
    if (!fourEyes) continue;
    must(person !== ledger.creatorId, `${key} is signed by the case's creator`);
    must(person !== ledger.content.editorId, `${key} is signed by the last editor`);
    const other = ledger.signatures.find(
      (earlier) => earlier.fourEyes && earlier.persons.includes(person) && earlier.stage !== stage,
    );
    must(!other, `${key} is signed by who signed ${other?.key}`);
  }
  ledger.signatures.push({ key, stage, fourEyes, officerId, persons, contentHash });
}
