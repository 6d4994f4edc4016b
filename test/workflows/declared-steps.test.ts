import type { EventBody } from '../../domain/case/events';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Procedure } from '../../workflows/engine/procedure';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';

/** Transitions as `step outcome -> next`; `nothing` where the outcome opened no step and did not end the case. */
type Transitions = Set<string>;

const start = '2026-02-20T06:00:00.000Z';
const holders: Readonly<Record<string, string>> = {
  'legal-reviewer': officers.legal,
  'directorate-approver': officers.directorate,
  'judicial-council-approver': officers.council,
  'foreign-ministry-approver': officers.foreign,
  manager: officers.manager,
};

/** One way to go on from a state: closes one open step with one outcome. */
interface Move {
  readonly key: string;
  readonly outcome: string;
}

function movesOf(item: InMemoryCase, procedure: Procedure): Move[] {
  return item.openSteps().flatMap((key) => {
    const step = item.current.steps[key];
    const declared = step && procedure.steps[step.step];
    if (!step || !declared || declared.kind === 'checklist') return [];
    const outcomes =
      step.kind === 'check' ? step.outcomes.filter((outcome) => outcome !== 'clear') : step.outcomes;
    return outcomes.map((outcome) => ({ key, outcome }));
  });
}

function play(procedure: Procedure, open: object, path: readonly Move[], seen: Transitions): InMemoryCase {
  const item = new InMemoryCase(procedure, start);
  collect(item.open(open), seen);
  for (const move of path) collect(take(item, procedure, move), seen);
  return item;
}

function take(item: InMemoryCase, procedure: Procedure, { key, outcome }: Move): EventBody[] {
  const name = item.current.steps[key]?.step ?? '';
  const declared = procedure.steps[name] as StepDeclaration;
  item.now = new Date(Date.parse(item.now) + 60_000).toISOString();
  if (declared.kind === 'fact') return item.fact(name, outcome, item.now);
  if (declared.kind === 'documentRequest') return answerRound(item, key, name);
  return item.decide(key, outcome, holders[declared.role] ?? '', { reasonId: 'note-1' });
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

/** What a command's events say of the way: what closed, and what opened at the same moment. */
function collect(events: readonly EventBody[], seen: Transitions): void {
  let closed: string | null = null;
  const next: string[] = [];
  const note = () => {
    for (const target of next.length > 0 ? next : ['nothing']) if (closed) seen.add(`${closed} -> ${target}`);
  };
  for (const event of events) {
    if (event.type === 'stepClosed') {
      note();
      closed = `${event.key.replace(/#.*/, '')} ${event.outcome}`;
      next.length = 0;
    }
    if (event.type === 'stepOpened') next.push(event.step);
    if (event.type === 'caseClosed') next.push('end');
  }
  note();
}

/** Custody periods that a closed case would leave open: somebody held, and nobody watching. */
function heldAtTheEnd(item: InMemoryCase): string[] {
  return Object.keys(item.current.custody).filter((period) => item.current.custody[period]?.endedAt === null);
}

/** Walks every way through a procedure, each open step with each outcome, to a depth and once per set of open steps. */
function walk(procedure: Procedure, open: object, seen: Transitions): void {
  const known = new Set<string>();
  const queue: Move[][] = [[]];
  for (let path = queue.shift(); path; path = queue.shift()) {
    const item = play(procedure, open, path, seen);
    if (item.current.outcome !== null) {
      expect(heldAtTheEnd(item)).toEqual([]);
      continue;
    }
    const position = JSON.stringify([
      item.current.status,
      item.openSteps().map((key) => key.replace(/#\d+$/, '')),
    ]);
    if (known.has(position)) continue;
    known.add(position);
    for (const move of movesOf(item, procedure)) queue.push([...path, move]);
  }
}

/** Findings that an edit brings in when the arrest has been asked for already. */
function stoppedAfterTheArrestWasAsked(procedure: Procedure, seen: Transitions): void {
  const item = new InMemoryCase(procedure, start);
  item.open();
  take(item, procedure, { key: 'urgent-approval#1', outcome: 'approved' });
  take(item, procedure, { key: 'provisional-arrest-request#1', outcome: 'sent' });
  const content = { ...item.current.content, version: 2, hash: 'hash-2', findings: ['minor'] };
  item.take({ type: 'reviseContent', officerId: officers.liaison, content });
  collect(take(item, procedure, { key: 'person-checks#1', outcome: 'stop' }), seen);
}

/** The steps that a limit opens when it passes: they follow from time and not from a step. Each is answered. */
function expirySteps(procedure: Procedure, opened: Set<string>, seen: Transitions, answer: number): void {
  const item = new InMemoryCase(procedure, start);
  item.open();
  const go = (steps: readonly string[]) => {
    for (const step of steps) {
      const outcome = item.current.steps[`${step}#1`]?.outcomes[0] ?? '';
      collect(take(item, procedure, { key: `${step}#1`, outcome }), seen);
    }
  };
  const letPass = (until: string) => {
    collectOpened(item.passTimeUntil(until), opened);
    for (const key of item.openSteps()) {
      const { kind, outcomes } = item.current.steps[key] ?? { kind: 'fact', outcomes: [] };
      const outcome = outcomes[answer % outcomes.length] ?? '';
      if (kind === 'expiry') collect(take(item, procedure, { key, outcome }), seen);
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
function corrections(procedure: Procedure, seen: Transitions): void {
  for (const outcome of ['confirmed', 'rejected']) {
    const item = new InMemoryCase(procedure, start);
    item.open();
    take(item, procedure, { key: 'urgent-approval#1', outcome: 'approved' });
    take(item, procedure, { key: 'provisional-arrest-request#1', outcome: 'sent' });
    const factKey = 'provisional-arrest-request#1';
    const fact = item.current.steps[factKey]?.fact;
    if (!fact) throw new Error('no fact to correct');
    const reason = { id: 'note-1', hash: 'hash' };
    const common = { officerId: officers.ncb, reason, details: null, proof: [] };
    item.take({ type: 'correctFact', factKey, fact: { ...fact, occurredAt: start }, ...common });
    collect(take(item, procedure, { key: 'fact-correction#1', outcome }), seen);
  }
}

function collectOpened(events: readonly EventBody[], seen: Set<string>): void {
  for (const event of events) if (event.type === 'stepOpened') seen.add(event.step);
}

describe('the declared steps of the outgoing extradition and its code', () => {
  const procedure: Procedure = outgoingExtraditionProcedure;
  const declared = Object.entries(procedure.steps).flatMap(([step, { next }]) =>
    Object.entries(next).flatMap(([outcome, targets]) =>
      (targets.length > 0 ? targets : ['nothing']).map((target) => `${step} ${outcome} -> ${target}`),
    ),
  );
  const seen: Transitions = new Set();
  const opened = new Set<string>();
  walk(procedure, {}, seen);
  walk(procedure, { urgency: 'ordinary' }, seen);
  walk(procedure, { gaps: ['photograph'], findings: ['minor'] }, seen);
  stoppedAfterTheArrestWasAsked(procedure, seen);
  for (const answer of [0, 1, 2]) expirySteps(procedure, opened, seen, answer);
  corrections(procedure, seen);

  it.each(declared)('%s', (transition) => {
    expect(seen).toContain(transition);
  });

  // What goes on beside may leave an outcome without a step of its own.
  const undeclared = [...seen].filter(
    (transition) => !declared.includes(transition) && !transition.endsWith(' -> nothing'),
  );
  it('has no transition in the code that is not declared', () => {
    expect(undeclared.sort()).toEqual([]);
  });

  it('opens every step that is declared for a limit that has passed', () => {
    const expiry = Object.keys(procedure.steps).filter((step) => procedure.steps[step]?.kind === 'expiry');
    expect([...opened].filter((step) => expiry.includes(step)).sort()).toEqual(expiry.sort());
  });

  it('declares a next entry for every outcome and no other', () => {
    for (const { outcomes, next } of Object.values(procedure.steps)) {
      expect(Object.keys(next).sort()).toEqual([...outcomes].sort());
    }
  });
});
