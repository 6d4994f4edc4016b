import type { FactRecord } from '../../domain/case/events';
import type { CaseState, StepState } from '../../domain/case/state';
import type { RuleId } from '../../domain/law/rule-record';
import type { StepTable } from '../../domain/procedures/step';
import { closeStep } from './close-step';
import type { Draft } from './draft';
import { ownerZone, startServiceLevel } from './service-level';

/** How a legal clock is started by a block. */
export interface ClockStart {
  readonly rule: RuleId;
  readonly from: FactRecord;
  readonly keptBy: string;
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
  enter(step: keyof Steps & string, outcomes?: readonly string[]): { key: string; remembered: StepState } {
    const visit = (this.#visits.get(step) ?? 0) + 1;
    this.#visits.set(step, visit);
    const key = `${step}#${visit}`;
    this.liveSteps.add(key);
    if (!this.state.steps[key]) this.open(step, key, visit, outcomes);
    const remembered = this.state.steps[key];
    if (!remembered) throw new Error(`step ${key} did not open`);
    return { key, remembered };
  }

  /** Closes a step that needs nobody. */
  close(key: string, outcome: string): void {
    closeStep(this.draft, key, outcome, this.draft.now);
  }

  /** Starts a clock that a fact sets running; remembered by rule and trigger, so one clock a cause. */
  clock({ rule, from, keptBy }: ClockStart): string {
    const key = `${rule}:${from.occurredAt}`;
    this.liveClocks.add(key);
    if (this.state.clocks[key]) return key;
    const { occurredAt: trigger, zone, limitDate } = from;
    this.draft.add({
      type: 'clockStarted',
      key,
      rule,
      trigger,
      zone,
      limitDate,
      stepKey: null,
      keptBy,
      terms: null,
    });
    return key;
  }

  /** What had to be done about a clock that passed has been done. */
  settleClock(key: string): void {
    if (!this.state.clocks[key]?.settled) this.draft.add({ type: 'clockStopped', key });
  }

  beginCustody(period: string, holder: 'theirs' | 'ours', began: FactRecord): void {
    if (this.state.custody[period]) return;
    this.draft.add({ type: 'custodyBegan', period, holder, at: began.occurredAt, zone: began.zone });
  }

  endCustody(period: string, ended: FactRecord, reason: string): void {
    if (this.state.custody[period]?.ended !== false) return;
    this.draft.add({ type: 'custodyEnded', period, at: ended.occurredAt, reason });
  }

  private open(step: keyof Steps & string, key: string, visit: number, outcomes?: readonly string[]): void {
    const declared = this.steps[step];
    if (!declared) throw new Error(`step ${step} is not declared`);
    const { kind, queue, role } = declared;
    const possible = outcomes ?? declared.outcomes;
    this.draft.add({ type: 'stepOpened', key, step, visit, kind, queue, role, outcomes: possible });
    if (declared.serviceLevel) startServiceLevel(this.draft, key, declared.serviceLevel, ownerZone);
  }
}
