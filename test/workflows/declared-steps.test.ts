import type { EventBody } from '../../domain/case/events';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Procedure } from '../../workflows/engine/procedure';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';

/** Transitions as `step outcome -> next`. */
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
  let closed: { step: string; outcome: string } | null = null;
  for (const event of events) {
    if (event.type === 'stepClosed') closed = { step: event.key.replace(/#.*/, ''), outcome: event.outcome };
    if (event.type === 'stepOpened' && closed) seen.add(`${closed.step} ${closed.outcome} -> ${event.step}`);
    if (event.type === 'caseClosed' && closed) seen.add(`${closed.step} ${closed.outcome} -> end`);
  }
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

/** The steps that a limit opens when it passes: they follow from time and not from a step. */
function expirySteps(procedure: Procedure, seen: Set<string>): void {
  const item = new InMemoryCase(procedure, start);
  item.open();
  for (const key of ['urgent-approval#1', 'provisional-arrest-request#1', 'provisional-arrest#1']) {
    take(item, procedure, { key, outcome: item.current.steps[key]?.outcomes[0] ?? '' });
  }
  collectOpened(item.passTimeUntil('2026-05-01T00:00:00.000Z'), seen);
  const rest = [
    'legal-review',
    'assurances',
    'judicial-council',
    'foreign-ministry',
    'transmission',
    'receipt',
  ];
  for (const step of [...rest, 'opinion', 'judgment', 'decision', 'notice-of-decision']) {
    take(item, procedure, { key: `${step}#1`, outcome: item.current.steps[`${step}#1`]?.outcomes[0] ?? '' });
  }
  collectOpened(item.passTimeUntil('2026-08-01T00:00:00.000Z'), seen);
  for (const step of ['surrender', 'arrival']) {
    take(item, procedure, { key: `${step}#1`, outcome: item.current.steps[`${step}#1`]?.outcomes[0] ?? '' });
  }
  collectOpened(item.passTimeUntil('2026-08-05T00:00:00.000Z'), seen);
}

function collectOpened(events: readonly EventBody[], seen: Set<string>): void {
  for (const event of events) if (event.type === 'stepOpened') seen.add(event.step);
}

describe('the declared steps of the outgoing extradition and its code', () => {
  const procedure: Procedure = outgoingExtraditionProcedure;
  const declared = new Set(
    Object.entries(procedure.steps).flatMap(([step, { next }]) =>
      Object.entries(next).flatMap(([outcome, targets]) =>
        targets.map((target) => `${step} ${outcome} -> ${target}`),
      ),
    ),
  );
  const seen: Transitions = new Set();
  walk(procedure, {}, seen);
  walk(procedure, { urgency: 'ordinary' }, seen);
  walk(procedure, { gaps: ['photograph'], findings: ['minor'] }, seen);
  stoppedAfterTheArrestWasAsked(procedure, seen);

  it('has no transition in the code that is not declared', () => {
    expect([...seen].filter((transition) => !declared.has(transition)).sort()).toEqual([]);
  });

  it('reaches every declared transition by some run', () => {
    expect([...declared].filter((transition) => !seen.has(transition)).sort()).toEqual([]);
  });

  it('opens every step that is declared for a limit that has passed', () => {
    const opened = new Set<string>();
    expirySteps(procedure, opened);
    const expiry = Object.keys(procedure.steps).filter((step) => procedure.steps[step]?.kind === 'expiry');
    expect([...opened].filter((step) => expiry.includes(step)).sort()).toEqual(expiry.sort());
  });

  it('declares a next entry for every outcome and no other', () => {
    for (const { outcomes, next } of Object.values(procedure.steps)) {
      expect(Object.keys(next).sort()).toEqual([...outcomes].sort());
    }
  });
});
