import type {
  ClockOwner,
  ClockStartedWith,
  FactRecord,
  KeptBy,
  MaximumPenalty,
} from '../../domain/case/events';
import type { PartyName } from '../../domain/case/parties';
import {
  type CaseState,
  type ClockState,
  factOfVisit,
  latestFact,
  type StepState,
} from '../../domain/case/state';
import type { BallotPeriod, BallotState } from '../../domain/committee/ballot';
import { type BoundLimit, limitsOf } from '../../domain/law/catalogue/law-binding';
import type { Within } from '../../domain/law/clock/within';
import type { StepTable } from '../../domain/procedures/step';
import { whoActs } from '../../domain/procedures/who-acts';
import type { Block } from './block';
import { closeStep, settleClock, settleKeptClocks } from './close-step';
import type { Draft } from './draft';
import { openBallot } from './open-ballot';
import { startServiceLevel } from './service-level';

/** A recorded fact, with the visit of the step that it belongs to. */
export type RecordedFact = FactRecord & { readonly key: string; readonly visit: number };

/** How a legal clock is started by a block. */
export interface ClockStart {
  readonly rule: string;
  /** The version that the case is bound to; none for a case from before the law was data. */
  readonly ruleVersion?: number;
  readonly from: RecordedFact;
  /** Null where no fact keeps it, and the procedure says when it was kept; see `meetClock`. */
  readonly keptBy: KeptBy | null;
  /** How long it runs, for a rule without a number of its own; whose working days, where that names no calendar. */
  readonly within?: Within | undefined;
  readonly owner?: ClockOwner | undefined;
  /** Where a part of it caps the limit, and it is known. */
  readonly maximumPenalty?: MaximumPenalty | undefined;
}

/** A step as a block meets it. */
export interface EnteredStep {
  readonly key: string;
  readonly remembered: StepState;
  /** Opened, or opened again, by the command that is being decided. */
  readonly isNew: boolean;
}

/**
 * One pass through a procedure. Blocks ask it for what is remembered and tell it what they open; steps and clocks
 * that a pass does not reach are withdrawn by the engine afterwards.
 */
export class Run<Steps extends StepTable = StepTable> {
  readonly liveSteps = new Set<string>();
  readonly liveClocks = new Set<string>();
  #visits = new Map<string, number>();
  #status: string | null = null;
  #recalls = false;

  constructor(
    private readonly draft: Draft,
    readonly steps: Steps,
  ) {}

  /** The version that the case began with: steps that a later version brought in are guarded by it. */
  get version(): number {
    return this.state.procedureVersion;
  }

  /** The moment of the command that is being decided, ISO 8601 in UTC. */
  get now(): string {
    return this.draft.now;
  }

  get state(): CaseState {
    return this.draft.state;
  }

  /** The status that the pass set last, or null when it set none. */
  get lastStatus(): string | null {
    return this.#status;
  }

  /** Says how far the case has come; the last call of a pass counts. */
  status(status: string): void {
    this.#status = status;
  }

  /**
   * The next visit of a step: opens it when it is not remembered. `outcomes` narrows what may be recorded, where
   * what came before leaves no choice.
   */
  enter(step: keyof Steps & string, outcomes?: readonly string[]): EnteredStep {
    const visit = this.nextVisit(step);
    this.#visits.set(step, visit);
    return this.enterVisit(step, visit, outcomes);
  }

  /** A visit of a step that is named by what led to it, and not by the order in which a pass comes along. */
  enterVisit(step: keyof Steps & string, visit: number, outcomes?: readonly string[]): EnteredStep {
    const key = `${step}#${visit}`;
    if (this.#recalls) return { key, remembered: this.state.steps[key] ?? notOpened, isNew: false };
    this.liveSteps.add(key);
    if (!this.state.steps[key]) this.open(step, key, visit, outcomes);
    const remembered = this.state.steps[key];
    if (!remembered) throw new Error(`step ${key} did not open`);
    return { key, remembered, isNew: remembered.openedSeq > this.draft.startSeq };
  }

  /**
   * Goes through a part that is over: its visits count, so that the next round of the same steps has others. Nothing
   * of it opens any more, and what is still open of it is withdrawn.
   */
  recall<T>(part: Block<T>): IteratorResult<'waiting', T> {
    const outer = this.#recalls;
    this.#recalls = true;
    const step = part.next();
    this.#recalls = outer;
    return step;
  }

  /** Asks whether a part is over already, and leaves no trace. */
  probe<T>(part: Block<T>): IteratorResult<'waiting', T> {
    const visits = new Map(this.#visits);
    const status = this.#status;
    const step = this.recall(part);
    this.#visits = visits;
    this.#status = status;
    return step;
  }

  /** The visit that the pass would enter next. */
  nextVisit(step: keyof Steps & string): number {
    return (this.#visits.get(step) ?? 0) + 1;
  }

  /** True when a visit of a step, the first where none is named, has an outcome. */
  isClosed(step: keyof Steps & string, visit = 1): boolean {
    return (this.state.steps[`${step}#${visit}`]?.outcome ?? null) !== null;
  }

  /** The latest fact of a step, of its visits from `since` on, or null while none has been recorded. */
  factOf(step: keyof Steps & string, since?: number): FactRecord | null {
    return latestFact(this.state, step, since);
  }

  /** The fact of one visit of a step, or null while it has not been recorded. */
  factOfVisit(step: keyof Steps & string, visit: number): FactRecord | null {
    return factOfVisit(this.state, step, visit);
  }

  /** Closes a step that needs nobody. */
  close(key: string, outcome: string): void {
    closeStep(this.draft, key, outcome, this.draft.now);
  }

  /** Records a fact that the content tells: as of the officer who wrote it, and without further proof. */
  tell(key: string, step: keyof Steps & string, fact: FactRecord): void {
    const { editorId: officerId } = this.state.content;
    this.draft.add({ type: 'factRecorded', key, step, officerId, fact, details: null, proof: [] });
    closeStep(this.draft, key, fact.outcome, fact.occurredAt);
    settleKeptClocks(this.draft);
  }

  /**
   * Starts a clock that a fact sets running, one for each visit of the step whose fact it is. Where the fact has been
   * corrected since, the request edited that says how long a person may be held, or the case bound to another version
   * of the rule, the clock starts anew.
   */
  clock({ rule, ruleVersion, from, keptBy, maximumPenalty, within, owner }: ClockStart): string {
    const key = `${rule}:${from.key}`;
    if (this.#recalls) return key;
    this.liveClocks.add(key);
    const { occurredAt: trigger, zone, limitDate } = from;
    const set = {
      ...(maximumPenalty === undefined ? {} : { maximumPenalty }),
      ...(within === undefined ? {} : { within }),
      ...(owner === undefined ? {} : { owner }),
    };
    const known = this.state.clocks[key];
    const isSameRule = ruleVersion === undefined || (known && versionOf(known) === ruleVersion);
    if (known && isSameRule && !startsAnew(known.start, { trigger, zone, limitDate, ...set })) return key;
    const version = ruleVersion === undefined ? {} : { ruleVersion };
    const start = { rule, ...version, trigger, zone, limitDate, ...set, keptBy };
    this.draft.add({
      type: 'clockStarted',
      key,
      ...start,
      ...this.agencyOf(from.key),
      stepKey: null,
      terms: null,
    });
    return key;
  }

  /** The other side gave a round of documents more time: its limit runs to the day that it set with a fact. */
  extendRound(key: string, { limitDate }: FactRecord): void {
    const round = `SET-BY-OTHER-SIDE:${key}`;
    const known = this.state.clocks[round];
    if (this.#recalls || !known || known.settled || known.start.limitDate === limitDate) return;
    const { rule, stepKey, keptBy } = known;
    const start = { ...known.start, limitDate };
    this.draft.add({
      type: 'clockStarted',
      key: round,
      rule,
      ...start,
      ...this.agencyOf(key),
      stepKey,
      keptBy,
      terms: null,
    });
  }

  /** The ballot of a step that is open, begun now where there is none yet; null in a part that is over. */
  ballot(key: string, period: BallotPeriod): BallotState | null {
    return this.#recalls ? (this.state.ballots?.[key] ?? null) : openBallot(this.draft, key, period);
  }

  /** The limits that an event starts, by the law that the case was bound to; null for a case from before that. */
  limitsFrom(event: keyof Steps & string): readonly BoundLimit[] | null {
    const { law } = this.state;
    return law ? limitsOf(law, event) : null;
  }

  /**
   * Says when a limit was kept that no fact keeps, ISO 8601 in UTC: judged by that, in time or not. Where it was dealt
   * with already it stays as it is.
   */
  meetClock(key: string, at: string): void {
    const clock = this.state.clocks[key];
    if (this.#recalls || !clock || clock.settled || clock.judgedBy === at) return;
    settleClock(this.draft, key, at);
  }

  /** What had to be done about a clock that passed has been done. */
  settleClock(key: string): void {
    if (!this.#recalls && !this.state.clocks[key]?.settled) this.draft.add({ type: 'clockStopped', key });
  }

  isInCustody(period: string): boolean {
    return this.state.custody[period]?.endedAt === null;
  }

  /** `by`: the side that answers for the person from then on, in a case between two. */
  beginCustody(period: string, holder: 'theirs' | 'ours', began: FactRecord, by?: PartyName): void {
    if (this.state.custody[period]?.beganAt === began.occurredAt) return;
    const agencyCode = by && this.state.parties?.[by].agencyCode;
    const agency = agencyCode === undefined ? {} : { agencyCode };
    this.draft.add({
      type: 'custodyBegan',
      period,
      holder,
      at: began.occurredAt,
      zone: began.zone,
      ...agency,
    });
  }

  endCustody(period: string, ended: FactRecord, reason: string): void {
    const known = this.state.custody[period];
    if (!known || known.endedAt === ended.occurredAt) return;
    // Ended for another reason already: only a corrected fact of the same kind moves the end.
    if (known.endReason !== null && known.endReason !== reason) return;
    this.draft.add({ type: 'custodyEnded', period, at: ended.occurredAt, reason });
  }

  /** The chair in the latest ballot. */
  private chair(): string | null {
    return Object.values(this.state.ballots ?? {}).at(-1)?.terms?.chair ?? null;
  }

  private agencyOf(stepKey: string): { readonly agencyCode?: string } {
    const agencyCode = this.state.steps[stepKey]?.agencyCode;
    return agencyCode === undefined ? {} : { agencyCode };
  }

  private open(step: keyof Steps & string, key: string, visit: number, outcomes?: readonly string[]): void {
    const declared = this.steps[step];
    if (!declared) throw new Error(`step ${step} is not declared`);
    const { kind, queue } = declared;
    const { role, agencyCode } = whoActs(declared, this.state.parties);
    const agency = agencyCode === null ? {} : { agencyCode };
    const possible = outcomes ?? declared.outcomes;
    const seat = kind === 'chairDecision' ? this.chair() : null;
    this.draft.add({
      type: 'stepOpened',
      key,
      step,
      visit,
      kind,
      queue,
      role,
      outcomes: possible,
      ...agency,
      ...(seat === null ? {} : { seat }),
    });
    startServiceLevel(this.draft, key, declared);
  }
}

/** What a part that is over finds where it was never begun: nothing that it could go on from. */
const notOpened: StepState = {
  step: '',
  visit: 0,
  kind: 'fact',
  queue: 'awaited',
  outcomes: [],
  openedSeq: 0,
  outcome: null,
  fact: null,
  round: null,
};

/** Clocks from before the law was data ran by the first version. */
function versionOf({ start, terms }: ClockState): number {
  return start.ruleVersion ?? terms?.ruleVersion ?? 1;
}

/** What a length says, in whichever order its members came. */
function lengthOf(length: MaximumPenalty | Within | undefined) {
  if (typeof length !== 'object') return length;
  return [length.amount, length.unit, 'calendar' in length ? length.calendar : undefined];
}

function startsAnew(known: ClockStartedWith, now: ClockStartedWith): boolean {
  const told = ({ trigger, zone, limitDate, maximumPenalty: penalty, within }: ClockStartedWith) =>
    JSON.stringify([trigger, zone, limitDate, lengthOf(penalty), lengthOf(within)]);
  return told(known) !== told(now);
}
