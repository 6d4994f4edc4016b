import type { BallotState } from '../committee/ballot';
import type { LawBinding } from '../law/catalogue/law-binding';
import type { Role } from '../permissions/roles';
import type {
  ClockStartedWith,
  ClockTerms,
  ContentSummary,
  DocumentRef,
  FactRecord,
  KeptBy,
  LinkKind,
  NoteRef,
  Queue,
  StepKind,
} from './events';
import type { Parties } from './parties';

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
  /** The agency whose step it is, in a case between two. */
  readonly agencyCode?: string;
  /** The seat of the committee whose step it is. */
  readonly seat?: string;
  /** Who recorded its fact, where another step must be another person's. */
  readonly recordedBy?: string;
  /** The answer that waits to be released. */
  readonly prepared?: PreparedAnswer;
  /** The last day that was named with the message of the step. */
  readonly limitDate?: string;
  /** Who acts on it, where an officer chose the role. */
  readonly role?: Role;
  /** Who asked for it, where somebody else must answer. */
  readonly askedBy?: string;
}

/** An answer that has not left yet. */
export interface PreparedAnswer {
  readonly officerId: string;
  readonly note: NoteRef | null;
  readonly documents: readonly DocumentRef[];
}

export interface DocumentRound {
  readonly items: readonly string[];
  readonly provided: readonly string[];
  readonly askedAt: string;
  /** When the last of what was provided was sent; null before. */
  readonly sentAt: string | null;
}

export interface ClockState {
  readonly rule: string;
  /** What it was started with: another start of the same clock replaces it. */
  readonly start: ClockStartedWith;
  readonly status: 'running' | 'met' | 'expired' | 'stopped';
  readonly stepKey: string | null;
  readonly keptBy: KeptBy | null;
  readonly terms: ClockTerms | null;
  /** Thresholds that need no reminder any more: reminded, or already past when the clock was recorded. */
  readonly passed: readonly string[];
  /** It was over before it was recorded: one notice then, no reminders. */
  readonly recordedLate: boolean;
  /** When the fact that it was judged by happened; null before. */
  readonly judgedBy: string | null;
  /** Nobody has to look at it any more: met, stopped, or passed and dealt with. */
  readonly settled: boolean;
}

/** A correction that waits for a second person, by the key of its step. */
export interface PendingCorrection {
  readonly factKey: string;
  readonly officerId: string;
  readonly fact: FactRecord;
  readonly details: NoteRef | null;
  readonly proof: readonly DocumentRef[];
}

/** Another case with which this one was found to have something in common. */
export interface LinkedCase {
  readonly caseId: string;
  readonly kind: LinkKind;
}

export interface CustodyState {
  readonly beganAt: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

export interface SignedDecision {
  readonly key: string;
  readonly stage: string;
  readonly fourEyes: boolean;
  readonly officerId: string;
  /** For whom he signed; missing where for himself. */
  readonly actingForId?: string;
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
  /** The two sides of a case between agencies. Missing where one agency has it alone. */
  readonly parties?: Parties;
  /** The batch that is told when the case is over. */
  readonly batchId?: string;
  readonly content: ContentSummary;
  /** Some version of the content said that the person is a national of the State that is asked. */
  readonly wasNational?: true;
  /** Null, or missing in a state that an older release carried on, for a case from before the law was data. */
  readonly law?: LawBinding | null;
  readonly steps: Readonly<Record<string, StepState>>;
  readonly decisions: readonly SignedDecision[];
  readonly clocks: Readonly<Record<string, ClockState>>;
  readonly custody: Readonly<Record<string, CustodyState>>;
  readonly corrections: Readonly<Record<string, PendingCorrection>>;
  /** Links that were made in this case and stand. Missing where none ever was. */
  readonly links?: readonly LinkedCase[];
  /** By the key of the step: the ballot of its present opening. Missing where the committee was never asked. */
  readonly ballots?: Readonly<Record<string, BallotState>>;
  /** Nobody signs or edits while it is; what happens outside is recorded, and legal limits run on. */
  readonly suspended: boolean;
  /** The outcome with which the case is to end, where that was decided before its course was run. */
  readonly ending: string | null;
}

/** The fact that keeps a limit, when it has been recorded; of several that do, the one that happened first. */
export function keepingFact(state: CaseState, keptBy: KeptBy | null): FactRecord | null {
  if (keptBy === null) return null;
  const fact = factNamedBy(state, keptBy);
  const own = fact !== null && keptBy.outcomes.includes(fact.outcome) ? fact : null;
  const other = keepingFact(state, keptBy.or ?? null);
  if (own === null || other === null) return own ?? other;
  return other.occurredAt < own.occurredAt ? other : own;
}

function factNamedBy(state: CaseState, { step, visit, since, together }: KeptBy): FactRecord | null {
  if (visit !== undefined) return factOfVisit(state, step, visit);
  if (since === undefined) return latestFact(state, step);
  const visits = Object.values(state.steps)
    .filter((known) => known.step === step && known.fact && known.visit >= since)
    .map((known) => known.visit)
    .filter((own) => together === undefined || factOfVisit(state, together, own) !== null);
  return visits.length === 0 ? null : factOfVisit(state, step, Math.min(...visits));
}

/** The fact that one visit of a step recorded. */
export function factOfVisit(state: CaseState, step: string, visit: number): FactRecord | null {
  return state.steps[`${step}#${visit}`]?.fact ?? null;
}

/** Whether a step that others wait for has been done, whoever did it and whatever came of it. */
export function hasHappened(state: CaseState, step: string): boolean {
  return Object.values(state.steps).some((known) => known.step === step && known.outcome !== null);
}

/** When what a later fact must not precede happened last: a fact, or the closing of a ballot; null before. */
export function latestTimeOf(state: CaseState, step: string): string | null {
  const ballots = Object.entries(state.ballots ?? {}).filter(([key]) => state.steps[key]?.step === step);
  return latestFact(state, step)?.occurredAt ?? ballots.at(-1)?.[1].closed?.at ?? null;
}

/** True when the fact that keeps the limit is there, as it stands now, and has not been weighed against it. */
export function isToBeJudged(state: CaseState, clock: ClockState): boolean {
  if (clock.status === 'stopped' || clock.terms === null) return false;
  const fact = keepingFact(state, clock.keptBy);
  return fact !== null && fact.occurredAt !== clock.judgedBy;
}

/** The latest fact of a step, whichever visit recorded it, of those from visit `since` on. */
export function latestFact(state: CaseState, step: string, since = 1): FactRecord | null {
  let latest: StepState | null = null;
  for (const candidate of Object.values(state.steps)) {
    if (candidate.step === step && candidate.fact && candidate.visit >= (latest?.visit ?? since))
      latest = candidate;
  }
  return latest?.fact ?? null;
}
