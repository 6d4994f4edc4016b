import type { ClockTerms, ContentSummary, FactRecord, Queue, StepKind } from './events';

export interface StepState {
  readonly step: string;
  readonly visit: number;
  readonly kind: StepKind;
  readonly queue: Queue;
  readonly outcomes: readonly string[];
  /** Sequence number of the event that opened it last: names this opening, so that an old page cannot act on a new one. */
  readonly openedSeq: number;
  /** Null while open. */
  readonly outcome: string | null;
  readonly fact: FactRecord | null;
  readonly round: DocumentRound | null;
}

export interface DocumentRound {
  readonly items: readonly string[];
  readonly provided: readonly string[];
  readonly askedAt: string;
}

export interface ClockState {
  readonly rule: string;
  readonly status: 'running' | 'met' | 'expired' | 'stopped';
  readonly stepKey: string | null;
  readonly keptBy: string | null;
  readonly terms: ClockTerms | null;
  /** Thresholds that need no reminder any more: reminded, or already past when the clock was recorded. */
  readonly passed: readonly string[];
  /** It was over before it was recorded: one notice then, no reminders. */
  readonly recordedLate: boolean;
  /** Nobody has to look at it any more: met, stopped, or passed and dealt with. */
  readonly settled: boolean;
}

export interface SignedDecision {
  readonly key: string;
  readonly stage: string;
  readonly fourEyes: boolean;
  readonly officerId: string;
  readonly outcome: string;
}

/**
 * What the workflow remembers of a case: the fold of its events, carried through continue-as-new. Ids, codes and
 * dates only. `steps` is keyed by `step#visit` and is what the procedure's blocks remember their outcomes by.
 */
export interface CaseState {
  readonly caseId: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly seq: number;
  readonly status: string;
  readonly outcome: string | null;
  readonly creatorId: string;
  readonly agencyCode: string;
  readonly content: ContentSummary;
  readonly steps: Readonly<Record<string, StepState>>;
  readonly decisions: readonly SignedDecision[];
  readonly clocks: Readonly<Record<string, ClockState>>;
  readonly custody: Readonly<Record<string, { readonly ended: boolean }>>;
}

/** The latest fact of a step, whichever visit recorded it. */
export function latestFact(state: CaseState, step: string): FactRecord | null {
  let latest: StepState | null = null;
  for (const candidate of Object.values(state.steps)) {
    if (candidate.step === step && candidate.fact && candidate.visit > (latest?.visit ?? 0))
      latest = candidate;
  }
  return latest?.fact ?? null;
}
