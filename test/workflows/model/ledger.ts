import type { ContentSummary, FactRecord, KeptBy } from '../../../domain/case/events';
import type { Parties } from '../../../domain/case/parties';
import type { StepTable } from '../../../domain/procedures/step';

export interface ModelStep {
  readonly step: string;
  readonly outcomes: readonly string[];
  readonly openedSeq: number;
  readonly outcome: string | null;
  /** The agency whose step it is; null in a case of one agency. */
  readonly agencyCode: string | null;
}

export interface ModelFact {
  readonly step: string;
  /** The facts that led to it, as they were known when it was recorded. */
  readonly causes: readonly string[];
  readonly fact: FactRecord;
  readonly officerId: string;
}

export interface ModelClock {
  readonly rule: string;
  /** The visit whose fact started it, e.g. `provisional-arrest#1`; null for one that measures an open step. */
  readonly startedBy: string | null;
  readonly stepKey: string | null;
  readonly keptBy: KeptBy | null;
  readonly trigger: string;
  readonly dueAt: string;
  /** In the zone of the clock; null for one in hours. */
  readonly lastDay: string | null;
  readonly effect: string;
  readonly warned: readonly string[];
  readonly status: 'running' | 'met' | 'expired' | 'stopped';
  /** What it was judged by last. */
  readonly judgedBy: string | null;
  readonly settled: boolean;
}

export interface Signature {
  readonly key: string;
  readonly stage: string;
  readonly fourEyes: boolean;
  readonly officerId: string;
  /** Who signed, and for whom. */
  readonly persons: readonly string[];
  readonly contentHash: string;
}

/** Throws unless `holds`: an event that no case may have. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`the model forbids: ${what}`);
}

/** The pure model: what happened in a case, kept apart from the engine and its fold, and what may happen next in it. */
export class Ledger {
  seq = 0;
  status = 'draft';
  outcome: string | null = null;
  ending: string | null = null;
  suspended = false;
  readonly steps = new Map<string, ModelStep>();
  readonly facts = new Map<string, ModelFact>();
  readonly clocks = new Map<string, ModelClock>();
  readonly custody = new Map<string, { beganAt: string; endedAt: string | null }>();
  readonly signatures: Signature[] = [];
  readonly pending = new Map<string, { factKey: string; officerId: string; fact: FactRecord }>();
  readonly rounds = new Map<string, { items: readonly string[]; provided: Set<string>; askedAt: string }>();

  /** Who prepared the answer that waits at a question. */
  readonly prepared = new Map<string, string>();
  /** Links that stand, as `kind case`, and who asked for which advice. */
  readonly links = new Set<string>();
  readonly askers = new Map<string, string>();

  constructor(
    readonly table: StepTable,
    readonly creatorId: string,
    public content: ContentSummary,
    readonly parties: Parties | null = null,
  ) {}

  /** The step that is open under the key, in the opening that is meant; undefined when there is none. */
  opening({ key, openedSeq }: { key: string; openedSeq: number }): ModelStep | undefined {
    const step = this.steps.get(key);
    return step?.openedSeq === openedSeq && step.outcome === null ? step : undefined;
  }

  openKeys(): string[] {
    return [...this.steps].filter(([, step]) => step.outcome === null).map(([key]) => key);
  }

  latestFactKey(step: string): string | undefined {
    return [...this.facts].findLast(([, entry]) => entry.step === step)?.[0];
  }

  latestFact(step: string): FactRecord | null {
    return this.facts.get(this.latestFactKey(step) ?? '')?.fact ?? null;
  }

  /** Whether a step that others wait for has been done. */
  hasHappened(step: string): boolean {
    return [...this.steps.values()].some((known) => known.step === step && known.outcome !== null);
  }

  isSigned(step: string, outcome: string): boolean {
    return this.steps.get(`${step}#1`)?.outcome === outcome;
  }

  /** When the facts that led to one happened, and when those that it led to did: a correction keeps their order. */
  neighbours(factKey: string): { causes: FactRecord[]; effects: FactRecord[] } {
    const own = this.facts.get(factKey);
    if (!own) return { causes: [], effects: [] };
    const effects = [...this.facts.values()].filter(
      (entry) => entry !== own && this.#causesOf(entry).includes(own),
    );
    const causes = this.#causesOf(own);
    return { causes: causes.map(({ fact }) => fact), effects: effects.map(({ fact }) => fact) };
  }

  /** What is known to have happened later is no cause: each round of what may come again has its own. */
  #causesOf(own: ModelFact): ModelFact[] {
    const { step, fact } = own;
    const names = this.table[step]?.notBefore ?? [];
    return [...this.facts.values()].filter(
      (entry) => entry !== own && names.includes(entry.step) && entry.fact.occurredAt <= fact.occurredAt,
    );
  }
}
