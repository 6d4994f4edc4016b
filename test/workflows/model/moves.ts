import { buildCalendar } from '../../../domain/calendar/build-calendar';
import { shippedCalendars } from '../../../domain/calendar/shipped-calendars';
import { allShippedDays, shippedYears } from '../../../domain/calendar/shipped-days';
import { boundTo } from '../../../domain/case/parties';
import { Refusal } from '../../../domain/case/refusal';
import { nextThreshold } from '../../../workflows/case-workflow/keep-clocks';
import { advance } from '../../../workflows/engine/advance';
import { Draft } from '../../../workflows/engine/draft';
import type * as fc from '../../support/fast-check';
import type { GivenCommand, InMemoryCase } from '../in-memory-case';
import { checkAgreement } from './agreement';
import { chooseCommand, type Wish } from './choose-command';
import { forbids } from './forbids';
import { checkClocksAreKept, checkLaws } from './laws';
import { type Ledger, must } from './ledger';
import type { ProcedureModel } from './procedure-model';
import { record } from './record';

const shippedDays = allShippedDays('IQ');

/** What the model and the case are played with side by side. */
export interface Played {
  readonly ledger: Ledger;
  readonly model: ProcedureModel;
  /** What was reached, over all runs: that the play goes deep is checked too. */
  readonly reached: Set<string>;
}

/** Somebody, or the clock keeper, does something: the case takes it if and only if the model lets it. */
export class Try implements fc.Command<Played, InMemoryCase> {
  #tried = 'nothing';

  constructor(private readonly wish: Wish) {}

  check(): boolean {
    return true;
  }

  run({ ledger, model, reached }: Played, item: InMemoryCase): void {
    const command = chooseCommand(ledger, model.rarely, this.wish, item.now);
    if (!command) return;
    this.#tried = JSON.stringify(command);
    if (command.type === 'recomputeClocks') changeCalendar(item, this.wish.which);
    const forbidden = forbids(ledger, command, item.now);
    const before = item.current;
    const events = takeOrRefuse(item, command);
    must((events === null) === forbidden, forbidden ? 'a command that is taken' : 'a refusal');
    reached.add(`${command.type} ${events === null ? 'refused' : 'taken'}`);
    if (events === null) {
      must(item.current === before, 'a refusal that changes something');
      return;
    }
    if (isOfTime(command))
      must(
        events.every(({ type }) => !ofPeople.includes(type)),
        'time that decides',
      );
    checkAuthority(ledger, command, item);
    for (const event of events) {
      model.admits?.(ledger, event);
      record(ledger, event, item.now);
      reached.add(event.type === 'stepClosed' ? `${event.key} ${event.outcome}` : event.type);
    }
    if (command.type === 'recomputeClocks' && nextThreshold(item.current) === 0) {
      // The clock keeper does it at once.
      for (const event of item.take({ type: 'timeReached', asOf: item.now })) record(ledger, event, item.now);
    }
    checkLaws(ledger, model);
    if (command.type === 'timeReached') checkClocksAreKept(ledger, item.now);
    checkAgreement(ledger, item.current);
    checkRest(item);
  }

  toString(): string {
    return this.#tried;
  }
}

/** Time passes: some, or until a moment at which a clock falls due, or a millisecond before it. */
export class Wait implements fc.Command<Played, InMemoryCase> {
  constructor(private readonly wish: { readonly ms: number; readonly untilDue: number | null }) {}

  check(): boolean {
    return true;
  }

  run({ ledger }: Played, item: InMemoryCase): void {
    const { ms, untilDue } = this.wish;
    const due = [...ledger.clocks.values()].filter(({ status }) => status === 'running');
    const dueAt = untilDue === null ? undefined : due[untilDue % due.length]?.dueAt;
    const until = dueAt === undefined ? Date.parse(item.now) + ms : Date.parse(dueAt) - (ms % 2);
    item.now = new Date(Math.max(until, Date.parse(item.now))).toISOString();
  }

  toString(): string {
    return `wait ${JSON.stringify(this.wish)}`;
  }
}

/** What is done at a step is done by the side whose step it is. */
function checkAuthority(ledger: Ledger, command: GivenCommand, { authority }: InMemoryCase): void {
  if (!('step' in command) || command.step === null) return;
  const { step: named } = command;
  const step =
    typeof named === 'string'
      ? [...ledger.steps.values()].find((open) => open.step === named && open.outcome === null)
      : ledger.steps.get(named.key);
  const { role = 'manager', agencyCode = null } = authority ?? {};
  must(agencyCode === boundTo(role, step?.agencyCode ?? null), `${step?.step} is ${agencyCode}'s to do`);
}

/** A case that has taken a command is at rest: going through the procedure once more changes nothing. */
function checkRest(item: InMemoryCase): void {
  if (item.current.outcome !== null) return;
  const draft = new Draft(item.current.caseId, item.current, item.now, null);
  advance(draft, item.procedure);
  must(draft.events.length === 0, `the case is not at rest: ${draft.events.map(({ type }) => type)}`);
}

/** What follows from time alone never decides, records, or ends anything for a person. */
const ofPeople: readonly string[] = [
  ...['decisionMade', 'factRecorded', 'custodyBegan', 'custodyEnded'],
  ...['statusChanged', 'stepClosed', 'caseClosed', 'endingDecided'],
];

const isOfTime = ({ type }: GivenCommand) => type === 'timeReached' || type === 'recomputeClocks';

/** What a refusal is not is a bug: it is thrown on. */
function takeOrRefuse(item: InMemoryCase, command: GivenCommand) {
  try {
    return item.take(command);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** An administrator orders days off around today, or takes them back. */
function changeCalendar(item: InMemoryCase, which: number): void {
  const today = Date.parse(item.now);
  const common = { calendar: 'IQ', province: null, kind: 'holiday', standing: 'confirmed' } as const;
  const days = Array.from({ length: which % 16 }, (_, index) => ({
    ...common,
    date: new Date(today + (index - 4) * 86_400_000).toISOString().slice(0, 10),
    ...{ occasion: 'ordered', source: 'test', verified: true },
  }));
  const changed = buildCalendar('IQ', null, [...shippedDays, ...days], shippedYears);
  item.completion = {
    ...item.completion,
    calendars: (code, province) => (code === 'IQ' ? changed : shippedCalendars(code, province)),
  };
}
