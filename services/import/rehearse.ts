import type { ImportCase } from '../../domain/case/commands';
import { type Completion, completeEvents } from '../../domain/case/complete';
import type { ClockTerms, EventBody } from '../../domain/case/events';
import { foldAll } from '../../domain/case/fold';
import { type ExpectedLaw, timeOf } from '../../domain/case/past';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import { bindLaw } from '../../domain/law/catalogue/select';
import { ClockInputError } from '../../domain/law/clock/errors';
import { plan } from '../../workflows/commands/plan';
import { procedureNamed } from '../../workflows/procedures';
import type { UnrehearsedImport } from './import-command';

/** Who is to take which case over by which procedure. */
export interface ImportPlan {
  readonly caseId: string;
  readonly procedure: string;
  readonly command: UnrehearsedImport;
}

/** An import that was planned to its end without writing anything. */
export interface Rehearsal {
  /** What the write step will find: the command carries it. */
  readonly expected: ExpectedLaw;
  /** The case as the register is going to hold it. */
  readonly state: CaseState;
}

/**
 * Plans an import by the code of the workflow and completes it by the code of the write step, until it knows every
 * limit that the past has started: what came of one (passed, kept) decides what happened next.
 *
 * @throws Refusal, with `item` where an item of the past is to blame
 */
export function rehearse(item: ImportPlan, completion: Completion): Rehearsal {
  let expected: ExpectedLaw = { law: lawOf(item, completion), terms: {} };
  for (;;) {
    const { events, refusal } = attempt(item, completion, expected);
    const terms = { ...expected.terms, ...legalTerms(events) };
    const isKnown = Object.keys(terms).length === Object.keys(expected.terms).length;
    expected = { ...expected, terms };
    if (!isKnown) continue;
    if (refusal) throw refusal;
    return { expected, state: stateAfter(item.caseId, events, completion.at) };
  }
}

interface Attempt {
  readonly events: readonly EventBody[];
  /** Why the past did not get to its end; the events are of what came before. */
  readonly refusal: Refusal | null;
}

function attempt(item: ImportPlan, completion: Completion, expected: ExpectedLaw): Attempt {
  const { past } = item.command;
  for (let length = past.length, refusal: Refusal | null = null; ; length--) {
    try {
      return { events: eventsOf(item, completion, expected, length), refusal };
    } catch (error) {
      const refused = refusalOf(error);
      if (length === 0) throw refused;
      // An item is at fault when the past is possible without it and not with it.
      refusal = new Refusal(refused.code, { ...refused.params, item: itemOf(refused) ?? length - 1 });
      length = Math.min(length, (itemOf(refused) ?? length - 1) + 1);
    }
  }
}

/** The events of the opening and of the first items of the past. @throws Refusal, ClockInputError */
function eventsOf(
  { caseId, procedure, command }: ImportPlan,
  completion: Completion,
  expected: ExpectedLaw,
  length: number,
): EventBody[] {
  const past = command.past.slice(0, length);
  const shortened: ImportCase = { ...command, past, expected, commandId: '' };
  const { events } = plan(procedureNamed(procedure), caseId, null, shortened, completion.at);
  return completeEvents(events, completion);
}

/** The write step refuses with the same words what cannot be computed. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ClockInputError) return new Refusal('register-refused', { why: error.code });
  throw error;
}

function itemOf({ params }: Refusal): number | null {
  return typeof params.item === 'number' ? params.item : null;
}

/** The limits that facts have started. What measures that a step is open begins with the import. */
function legalTerms(events: readonly EventBody[]): Record<string, ClockTerms> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.type === 'clockStarted' && event.owner === undefined && event.terms !== null
        ? [[event.key, event.terms]]
        : [],
    ),
  );
}

/** The case is bound to the law of the day on which its past begins. */
function lawOf({ procedure, command }: ImportPlan, { at, catalogue }: Completion): ExpectedLaw['law'] {
  const { requestingState, requestedState } = command.content;
  const began = [at, ...command.past.map(timeOf)].sort()[0] ?? at;
  return bindLaw(catalogue, { procedure, requestingState, requestedState, on: began.slice(0, 10) });
}

function stateAfter(caseId: string, bodies: readonly EventBody[], recordedAt: string): CaseState {
  const events = bodies.map((body, index) => ({
    seq: index + 1,
    commandId: '',
    actorId: null,
    recordedAt,
    body,
  }));
  const state = foldAll(caseId, null, events);
  if (!state) throw new Error('an import opens a case');
  return state;
}
