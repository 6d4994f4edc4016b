import type { EventBody } from '../../domain/case/events';
import type { StepTable } from '../../domain/procedures/step';
import type { InMemoryCase } from './in-memory-case';

/** Transitions as `step outcome -> next`; `nothing` where the outcome opened no step and did not end the case. */
export type Transitions = Set<string>;

/** One way to go on from a state: closes one open step with one outcome. */
export interface Move {
  readonly key: string;
  readonly outcome: string;
}

/** How a walk goes through the cases of one procedure. */
export interface Walker<Item extends InMemoryCase, M extends Move = Move> {
  /** Another case that stands where this one does. */
  fork(item: Item): Item;
  movesOf(item: Item): readonly M[];
  take(item: Item, move: M): readonly EventBody[];
}

/** What a command's events say of the way: what closed, and what opened at the same moment. */
export function collect(events: readonly EventBody[], seen: Transitions): void {
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

/** Walks every way on from a case, each open step with each outcome, once per status and set of open steps. */
export function walk<Item extends InMemoryCase, M extends Move>(
  begin: Item,
  { fork, movesOf, take }: Walker<Item, M>,
  seen: Transitions,
): void {
  const known = new Set([positionOf(begin)]);
  const queue = [begin];
  for (let from = queue.shift(); from; from = queue.shift()) {
    for (const move of movesOf(from)) {
      const item = fork(from);
      collect(take(item, move), seen);
      const position = positionOf(item);
      if (item.current.outcome !== null) expect(heldAtTheEnd(item)).toEqual([]);
      else if (!known.has(position)) queue.push(item);
      known.add(position);
    }
  }
}

/** What is open, and whether it has been done before: a first order is waited for, a later one only renews it. */
function positionOf(item: InMemoryCase): string {
  const open = item.openSteps().map((key) => key.replace('#1', '').replace(/#\d+$/, ' again'));
  return JSON.stringify([item.current.status, open]);
}

/** Custody periods that a closed case would leave open: somebody held, and nobody watching. */
function heldAtTheEnd(item: InMemoryCase): string[] {
  return Object.keys(item.current.custody).filter((period) => item.current.custody[period]?.endedAt === null);
}

/** Each open step with each outcome that a person may give it. */
export function movesOf(item: InMemoryCase): Move[] {
  return item.openSteps().flatMap((key) => {
    const { kind = 'checklist', outcomes = [] } = item.current.steps[key] ?? {};
    if (kind === 'checklist') return [];
    const possible = kind === 'check' ? outcomes.filter((outcome) => outcome !== 'clear') : outcomes;
    return possible.map((outcome) => ({ key, outcome }));
  });
}

/** Advice is asked for at any moment, and given by somebody else. */
export function adviceIn(item: InMemoryCase, seen: Transitions): void {
  const question = { id: 'note-1', hash: 'hash' };
  const asked = { agencyCode: item.current.agencyCode, role: 'manager', question } as const;
  item.take({ type: 'askAdvice', officerId: 'officer-8', ...asked });
  collect(item.decide('advice#1', 'given', 'officer-9', { reasonId: 'note-2' }), seen);
}

/** The transitions that a table declares. */
export function declaredTransitions(table: StepTable): string[] {
  return Object.entries(table).flatMap(([step, { next }]) =>
    Object.entries(next).flatMap(([outcome, targets]) =>
      (targets.length > 0 ? targets : ['nothing']).map((target) => `${step} ${outcome} -> ${target}`),
    ),
  );
}

/** Holds a table and what was seen of its code together, each declared transition as a test of its own. */
export function itDeclares(table: StepTable, seen: Transitions, opened: ReadonlySet<string>): void {
  const declared = declaredTransitions(table);

  it.each(declared)('%s', (transition) => {
    expect(seen).toContain(transition);
  });

  it('has no transition in the code that is not declared', () => {
    // What goes on beside may leave an outcome without a step of its own.
    const undeclared = [...seen].filter(
      (transition) => !declared.includes(transition) && !transition.endsWith(' -> nothing'),
    );
    expect(undeclared.sort()).toEqual([]);
  });

  it('opens every step that is declared for a limit that has passed', () => {
    const expiry = Object.keys(table).filter((step) => table[step]?.kind === 'expiry');
    expect([...opened].filter((step) => expiry.includes(step)).sort()).toEqual(expiry.sort());
  });

  it('declares a next entry for every outcome and no other', () => {
    for (const { outcomes, next } of Object.values(table)) {
      expect(Object.keys(next).sort()).toEqual([...outcomes].sort());
    }
  });
}

export function collectOpened(events: readonly EventBody[], opened: Set<string>): void {
  for (const event of events) if (event.type === 'stepOpened') opened.add(event.step);
}
