import type { ClockStartedWith, FactRecord, KeptBy } from '../../domain/case/events';
import { type CaseState, latestFact, type StepState } from '../../domain/case/state';
import { type BoundLimit, limitsOf } from '../../domain/law/catalogue/law-binding';
import type { StepTable } from '../../domain/procedures/step';
import { closeStep } from './close-step';
import type { Draft } from './draft';
import { startServiceLevel } from './service-level';

/** A recorded fact, with the visit of the step that it belongs to. */
export type RecordedFact = FactRecord & { readonly key: string; readonly visit: number };

/** How a legal clock is started by a block. */
export interface ClockStart {
  readonly rule: string;
  /** The version that the case is bound to; none for a case from before the law was data. */
  readonly ruleVersion?: number;
  readonly from: RecordedFact;
  readonly keptBy: KeptBy;
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

  constructor(
    private readonly draft: Draft,
    readonly steps: Steps,
  ) {}

  /** The version that the case began with: steps that a later version brought in are guarded by it. */
  get version(): number {
    return this.state.procedureVersion;
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
    const visit = (this.#visits.get(step) ?? 0) + 1;
    this.#visits.set(step, visit);
    return this.enterVisit(step, visit, outcomes);
  }

  /** A visit of a step that is named by what led to it, and not by the order in which a pass comes along. */
  enterVisit(step: keyof Steps & string, visit: number, outcomes?: readonly string[]): EnteredStep {
    const key = `${step}#${visit}`;
    this.liveSteps.add(key);
    if (!this.state.steps[key]) this.open(step, key, visit, outcomes);
    const remembered = this.state.steps[key];
    if (!remembered) throw new Error(`step ${key} did not open`);
    return { key, remembered, isNew: remembered.openedSeq > this.draft.startSeq };
  }

  /** True when the first visit of a step has an outcome. */
  isClosed(step: keyof Steps & string): boolean {
    return (this.state.steps[`${step}#1`]?.outcome ?? null) !== null;
  }

  /** The latest fact of a step, or null while none has been recorded. */
  factOf(step: keyof Steps & string): FactRecord | null {
    return latestFact(this.state, step);
  }

  /** Closes a step that needs nobody. */
  close(key: string, outcome: string): void {
    closeStep(this.draft, key, outcome, this.draft.now);
  }

  /**
   * Starts a clock that a fact sets running, one for each visit of the step whose fact it is. Where the fact has been
   * corrected since, the clock starts anew.
   */
  clock({ rule, ruleVersion, from, keptBy }: ClockStart): string {
    const key = `${rule}:${from.key}`;
    this.liveClocks.add(key);
    const { occurredAt: trigger, zone, limitDate } = from;
    const known = this.state.clocks[key];
    if (known && !startsAnew(known.start, { trigger, zone, limitDate })) return key;
    const version = ruleVersion === undefined ? {} : { ruleVersion };
    const start = { rule, ...version, trigger, zone, limitDate, keptBy };
    this.draft.add({ type: 'clockStarted', key, ...start, stepKey: null, terms: null });
    return key;
  }

  /** The limits that an event starts, by the law that the case was bound to; null for a case from before that. */
  limitsFrom(event: keyof Steps & string): readonly BoundLimit[] | null {
    const { law } = this.state;
    return law ? limitsOf(law, event) : null;
  }

  /** What had to be done about a clock that passed has been done. */
  settleClock(key: string): void {
    if (!this.state.clocks[key]?.settled) this.draft.add({ type: 'clockStopped', key });
  }

  isInCustody(period: string): boolean {
    return this.state.custody[period]?.endedAt === null;
  }

  beginCustody(period: string, holder: 'theirs' | 'ours', began: FactRecord): void {
    if (this.state.custody[period]?.beganAt === began.occurredAt) return;
    this.draft.add({ type: 'custodyBegan', period, holder, at: began.occurredAt, zone: began.zone });
  }

  endCustody(period: string, ended: FactRecord, reason: string): void {
    const known = this.state.custody[period];
    if (!known || known.endedAt === ended.occurredAt) return;
    // Ended for another reason already: only a corrected fact of the same kind moves the end.
    if (known.endReason !== null && known.endReason !== reason) return;
    this.draft.add({ type: 'custodyEnded', period, at: ended.occurredAt, reason });
  }

  private open(step: keyof Steps & string, key: string, visit: number, outcomes?: readonly string[]): void {
    const declared = this.steps[step];
    if (!declared) throw new Error(`step ${step} is not declared`);
    const { kind, queue, role } = declared;
    const possible = outcomes ?? declared.outcomes;
    this.draft.add({ type: 'stepOpened', key, step, visit, kind, queue, role, outcomes: possible });
    if (declared.serviceLevel && !this.state.suspended) startServiceLevel(this.draft, key, declared);
  }
}

function startsAnew(known: ClockStartedWith, now: ClockStartedWith): boolean {
  return known.trigger !== now.trigger || known.zone !== now.zone || known.limitDate !== now.limitDate;
}
