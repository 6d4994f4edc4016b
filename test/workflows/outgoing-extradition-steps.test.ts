import type { EventBody } from '../../domain/case/events';
import type { StepDeclaration } from '../../domain/procedures/step';
import { outgoingExtraditionProcedure as procedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';
import {
  adviceIn,
  collect,
  collectOpened,
  itDeclares,
  type Move,
  movesOf,
  type Transitions,
  walk,
} from './walk';

const start = '2026-02-20T06:00:00.000Z';
const steps: Readonly<Record<string, StepDeclaration>> = procedure.steps;
const holders: Readonly<Record<string, string>> = {
  'legal-reviewer': officers.legal,
  'directorate-approver': officers.directorate,
  'judicial-council-approver': officers.council,
  'foreign-ministry-approver': officers.foreign,
  manager: officers.manager,
};

function take(item: InMemoryCase, { key, outcome }: Move): EventBody[] {
  const name = item.current.steps[key]?.step ?? '';
  const declared = steps[name];
  item.now = new Date(Date.parse(item.now) + 60_000).toISOString();
  if (declared?.kind === 'fact') return item.fact(name, outcome, item.now);
  if (declared?.kind === 'documentRequest') return answerRound(item, key, name);
  return item.decide(key, outcome, holders[declared?.role ?? ''] ?? '', { reasonId: 'note-1' });
}

function answerRound(item: InMemoryCase, key: string, step: string): EventBody[] {
  const common = { officerId: officers.liaison, occurredAt: item.now };
  const asked = item.take({
    type: 'requestDocuments',
    ...common,
    step,
    items: ['photograph'],
    answerBy: '2026-12-31',
    zone: 'UTC',
    details: null,
    proof: [],
  });
  const openedSeq = item.current.steps[key]?.openedSeq ?? -1;
  const items = [{ item: 'photograph', document }];
  return [...asked, ...item.take({ type: 'provideDocuments', ...common, step: { key, openedSeq }, items })];
}

/** Findings that an edit brings in when the arrest has been asked for already. */
function stoppedAfterTheArrestWasAsked(seen: Transitions): void {
  const item = new InMemoryCase(procedure, start);
  item.open();
  take(item, { key: 'urgent-approval#1', outcome: 'approved' });
  take(item, { key: 'provisional-arrest-request#1', outcome: 'sent' });
  const content = { ...item.current.content, version: 2, hash: 'hash-2', findings: ['minor'] };
  item.take({ type: 'reviseContent', officerId: officers.liaison, content });
  collect(take(item, { key: 'person-checks#1', outcome: 'stop' }), seen);
}

/** The steps that a limit opens when it passes: they follow from time and not from a step. Each is answered. */
function expirySteps(opened: Set<string>, seen: Transitions, answer: number): void {
  const item = new InMemoryCase(procedure, start);
  item.open();
  const go = (steps: readonly string[]) => {
    for (const step of steps) {
      const outcome = item.current.steps[`${step}#1`]?.outcomes[0] ?? '';
      collect(take(item, { key: `${step}#1`, outcome }), seen);
    }
  };
  const letPass = (until: string) => {
    collectOpened(item.passTimeUntil(until), opened);
    for (const key of item.openSteps()) {
      const { kind, outcomes } = item.current.steps[key] ?? { kind: 'fact', outcomes: [] };
      const outcome = outcomes[answer % outcomes.length] ?? '';
      if (kind === 'expiry') collect(take(item, { key, outcome }), seen);
    }
  };
  go(['urgent-approval', 'provisional-arrest-request', 'provisional-arrest']);
  letPass('2026-05-01T00:00:00.000Z');
  go(['legal-review', 'assurances', 'judicial-council', 'foreign-ministry', 'transmission', 'receipt']);
  go(['opinion', 'judgment', 'decision', 'notice-of-decision']);
  letPass('2026-08-01T00:00:00.000Z');
  go(['surrender', 'arrival']);
  letPass('2026-08-05T00:00:00.000Z');
}

/** A correction is proposed at any moment, and answered by a second person. */
function corrections(seen: Transitions): void {
  for (const outcome of ['confirmed', 'rejected']) {
    const item = new InMemoryCase(procedure, start);
    item.open();
    take(item, { key: 'urgent-approval#1', outcome: 'approved' });
    take(item, { key: 'provisional-arrest-request#1', outcome: 'sent' });
    const factKey = 'provisional-arrest-request#1';
    const fact = item.current.steps[factKey]?.fact;
    if (!fact) throw new Error('no fact to correct');
    const reason = { id: 'note-1', hash: 'hash' };
    const common = { officerId: officers.ncb, reason, details: null, proof: [] };
    item.take({ type: 'correctFact', factKey, fact: { ...fact, occurredAt: start }, ...common });
    collect(take(item, { key: 'fact-correction#1', outcome }), seen);
  }
}

function fork(item: InMemoryCase): InMemoryCase {
  const other = new InMemoryCase(procedure, item.now);
  other.state = item.state;
  return other;
}

function walkFrom(opening: object, seen: Transitions): void {
  const item = new InMemoryCase(procedure, start);
  collect(item.open(opening), seen);
  walk(item, { fork, movesOf, take }, seen);
}

describe('the declared steps of the outgoing extradition and its code', () => {
  const seen: Transitions = new Set();
  const opened = new Set<string>();
  walkFrom({}, seen);
  walkFrom({ urgency: 'ordinary' }, seen);
  walkFrom({ gaps: ['photograph'], findings: ['minor'] }, seen);
  stoppedAfterTheArrestWasAsked(seen);
  for (const answer of [0, 1, 2]) expirySteps(opened, seen, answer);
  corrections(seen);
  const asked = new InMemoryCase(procedure, start);
  asked.open();
  adviceIn(asked, seen);

  itDeclares(steps, seen, opened);
});
