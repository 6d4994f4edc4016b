import type {
  BallotCause,
  BallotOutcome,
  BallotPeriod,
  BallotTerms,
  Tally,
  Voice,
} from '../committee/ballot';
import type { Standing } from '../committee/committee';
import type { LawBinding } from '../law/catalogue/law-binding';
import type { ClockInput, ReasoningStep } from '../law/clock/clock-terms';
import type { Within } from '../law/clock/within';
import type { Role } from '../permissions/roles';
import type { Parties } from './parties';

/** How a content version is known to the workflow: by codes and a hash, never by what it says. */
export interface ContentSummary {
  /** Row of the register that holds this version. */
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the canonical JSON, documents included: what a decision signs. */
  readonly hash: string;
  readonly editorId: string;
  /** Items that are still missing, reported but not blocking. */
  readonly gaps: readonly string[];
  /** Missing items without which the case cannot proceed. */
  readonly blocking: readonly string[];
  /** Findings about the person that a legal reviewer must look at. */
  readonly findings: readonly string[];
  readonly urgency: 'ordinary' | 'provisional-arrest-requested';
  readonly requestingState: string;
  readonly requestedState: string;
  readonly confidential: boolean;
  /** Documents that belong to the request file. */
  readonly documents: readonly DocumentRef[];
  /** The requested side holds the person already. Missing in procedures in which nobody can know that. */
  readonly alreadyHeld?: boolean;
  /** The committee is to approve of it too. */
  readonly committee?: true;
  /** When the committee is to vote on it, where the request says so. */
  readonly ballot?: BallotPeriod;
  /** The person is a national of another State than the one that holds him, whatever else he is. */
  readonly foreignNational?: boolean;
  /** Since when the person is held, where the request itself says it: ISO 8601 in UTC. */
  readonly heldSince?: string;
  /** The person is a national of the State that is asked, whatever else he is. */
  readonly nationalOfRequestedState?: boolean;
  /** Other States ask for the same person. */
  readonly concurrent?: boolean;
  /** What the act may be punished with at most, where it is known and a limit is counted with it. */
  readonly maximumPenalty?: MaximumPenalty;
  /** Of a request for information: the questions, without their words. */
  readonly inquiry?: Inquiry;
}

/** The questions of a request, as far as the workflow may know them. A question is named by its place, from 1 on. */
export interface Inquiry {
  /** What the asking side set for the answer. */
  readonly answerWithin: Within;
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  /** It asks for a document. */
  readonly document: boolean;
  /** Its answer does not leave before it was released by another officer than the one who prepared it. */
  readonly release: boolean;
}

export type MaximumPenalty = NonNullable<ClockInput['maximumPenalty']>;

/** A reason or details: the register holds the text, the event its hash (SHA-256 of the canonical JSON). */
export interface NoteRef {
  readonly id: string;
  readonly hash: string;
}

/** A document of the register, with the hash of its bytes. */
export interface DocumentRef {
  readonly id: string;
  readonly sha256: string;
}

export type StepKind =
  | 'checklist'
  | 'check'
  | 'approval'
  | 'documentRequest'
  | 'fact'
  | 'followUp'
  | 'watch'
  | 'expiry'
  | 'correction'
  | 'crossCheck'
  | 'ballot'
  | 'chairDecision'
  | 'message'
  | 'question'
  | 'receipt'
  | 'advice';

export type Queue = 'todo' | 'awaited';

/** What the rule says about one running clock, computed by the write step and kept with the case from then on. */
export interface ClockTerms {
  readonly class: 'A' | 'B' | 'C' | 'D';
  readonly stage: 'may' | 'must';
  readonly holder: 'theirs' | 'ours' | 'none';
  readonly effect: string;
  readonly source: string;
  readonly verified: boolean;
  /** The instant at which the limit is over, ISO 8601 in UTC. */
  readonly dueAt: string;
  /** The last day in the clock's zone; null for limits in hours. */
  readonly lastDay: string | null;
  readonly warnings: readonly { readonly code: string; readonly at: string }[];
  /** How the date was found. This and what follows is missing in events from before the law was data. */
  readonly reasoning?: readonly ReasoningStep[];
  readonly ruleVersion?: number;
  /** The calendar that was asked, e.g. 'IQ' or 'IQ:najaf', and the change after which it was; null when none was. */
  readonly calendar?: string | null;
  readonly calendarRevision?: number;
  /** Expected holidays, not confirmed by anybody, that the date rests on. */
  readonly restsOnExpected?: readonly string[];
}

/** Whose working days a service level counts: the agency's that owns the case, the other side's, or the federal ones. */
export type ClockOwner = 'agency' | 'counterpart' | 'federal';

/** Something that happened outside, as far as the workflow may know it. */
export interface FactRecord {
  readonly occurredAt: string;
  /** IANA zone of the place where it happened. */
  readonly zone: string;
  readonly outcome: string;
  readonly codes: readonly string[];
  /** The last day that the other side set with this event, ISO date in `zone`. */
  readonly limitDate: string | null;
  /** SHA-256 of what was signed with it: both signatures of a protocol must stand under the same. */
  readonly signs?: string;
}

/** What a message between two sides is. */
export const messageKinds = [
  'request',
  'information',
  'question',
  'answer',
  'court-receipt',
  'extension-request',
  'extension-answer',
  'refusal',
  'withdrawal',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/**
 * What an officer finds two cases to have in common. What another record says already is not a link: the batch that a
 * case came with, and the case that it takes up again. `information-request`: the case asks for what the other needs.
 */
export const linkKinds = ['same-person', 'same-act'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a clock was started with, as far as its dates follow from it. */
export interface ClockStartedWith {
  readonly trigger: string;
  readonly zone: string;
  readonly limitDate: string | null;
  readonly ruleVersion?: number;
  readonly owner?: ClockOwner;
  readonly maximumPenalty?: MaximumPenalty;
  /** How long it runs, where whoever asked has said so and the rule has no number of its own. */
  readonly within?: Within;
}

/**
 * A limit is kept by a fact of this step with one of these outcomes: that of one visit, the latest one, or the first
 * from visit `since` on, where what came before belongs to something else.
 */
export interface KeptBy {
  readonly step: string;
  readonly outcomes: readonly string[];
  readonly visit?: number;
  readonly since?: number;
  /** With `since`: a fact of this step must be there too, of the same visit. One signature is no handover. */
  readonly together?: string;
  /** Another fact that keeps it as well: whichever happened first. */
  readonly or?: KeptBy;
}

/** What the sender of a message has made of the step that it does. */
export interface Said {
  readonly key: string;
  readonly outcome: string;
  readonly codes: readonly string[];
  /** ISO date: the last day that is asked for. */
  readonly limitDate: string | null;
}

export type EventBody =
  | {
      readonly type: 'caseOpened';
      readonly procedure: string;
      readonly procedureVersion: number;
      readonly creatorId: string;
      readonly agencyCode: string;
      /** The two sides of a case between agencies; missing where one agency has it alone. */
      readonly parties?: Parties;
      /** The batch that it came with. */
      readonly batchId?: string;
      readonly content: ContentSummary;
      /** The closed case that this one takes up again. */
      readonly reopens: string | null;
      /** Null while planned; the write step fills it in. Missing in events from before the law was data. */
      readonly law?: LawBinding | null;
    }
  | {
      /** The case ran already when it was opened here: what follows under the same command happened before. */
      readonly type: 'caseImported';
      readonly source: string;
      readonly officerId: string;
      /** Its reference in the source. */
      readonly note: NoteRef;
    }
  | { readonly type: 'contentRevised'; readonly content: ContentSummary }
  | { readonly type: 'statusChanged'; readonly status: string }
  | {
      readonly type: 'stepOpened';
      readonly key: string;
      readonly step: string;
      readonly visit: number;
      readonly kind: StepKind;
      readonly queue: Queue;
      readonly role: Role;
      /** The agency whose step it is, in a case between two. */
      readonly agencyCode?: string;
      /** The seat of the committee whose step it is. */
      readonly seat?: string;
      readonly outcomes: readonly string[];
    }
  | { readonly type: 'stepClosed'; readonly key: string; readonly outcome: string }
  | {
      readonly type: 'stepReopened';
      readonly key: string;
      readonly step: string;
      readonly role: Role;
      readonly agencyCode?: string;
    }
  | { readonly type: 'stepCancelled'; readonly key: string }
  | {
      readonly type: 'decisionMade';
      readonly key: string;
      readonly stage: string;
      readonly fourEyes: boolean;
      readonly outcome: string;
      readonly officerId: string;
      readonly actingForId: string | null;
      readonly reason: NoteRef | null;
      readonly contentHash: string;
    }
  | {
      /** Signed before the case came here, by somebody whom the note names: no officer's decision. */
      readonly type: 'signOffImported';
      readonly key: string;
      readonly step: string;
      readonly outcome: string;
      readonly decidedAt: string;
      readonly officerId: string;
      readonly note: NoteRef;
      readonly proof: readonly DocumentRef[];
    }
  | {
      /** The seats of the committee are asked, by the rules of that moment. */
      readonly type: 'ballotOpened';
      readonly key: string;
      readonly period: BallotPeriod;
      readonly contentHash: string;
      /** Null while planned; the write step fills it in. */
      readonly terms: BallotTerms | null;
    }
  | {
      /** What a seat says; of several the last counts. */
      readonly type: 'voteCast';
      readonly key: string;
      readonly seat: string;
      readonly standing: Standing;
      readonly voice: Voice;
      readonly officerId: string;
      readonly reason: NoteRef | null;
      readonly contentHash: string;
    }
  | {
      readonly type: 'ballotClosed';
      readonly key: string;
      readonly cause: BallotCause;
      /** ISO 8601 in UTC. */
      readonly at: string;
      readonly outcome: BallotOutcome;
      /** By the codes of the seats it can be told from the votes before. */
      readonly tally: Tally;
    }
  | {
      readonly type: 'factRecorded';
      readonly key: string;
      readonly step: string;
      readonly officerId: string;
      readonly fact: FactRecord;
      readonly details: NoteRef | null;
      readonly proof: readonly DocumentRef[];
    }
  | {
      /** A second person has to confirm it before it counts. */
      readonly type: 'correctionProposed';
      readonly key: string;
      readonly factKey: string;
      readonly officerId: string;
      readonly fact: FactRecord;
      readonly reason: NoteRef;
      readonly details: NoteRef | null;
      readonly proof: readonly DocumentRef[];
    }
  | {
      readonly type: 'factSuperseded';
      readonly key: string;
      readonly step: string;
      readonly officerId: string;
      readonly previous: FactRecord;
      readonly fact: FactRecord;
      readonly details: NoteRef | null;
      readonly proof: readonly DocumentRef[];
    }
  | {
      readonly type: 'decisionRescinded';
      readonly key: string;
      readonly officerId: string;
      readonly outcome: string;
      readonly reason: NoteRef;
    }
  | {
      /** The case is to end without a surrender; it closes when nobody is held because of it any more. */
      readonly type: 'endingDecided';
      readonly outcome: string;
      readonly officerId: string;
      readonly reason: NoteRef;
    }
  | { readonly type: 'caseSuspended'; readonly officerId: string; readonly reason: NoteRef }
  | {
      /** The case is under the law of another day from now on; its limits are counted by it. */
      readonly type: 'lawRebound';
      readonly officerId: string;
      readonly previous: LawBinding | null;
      readonly law: LawBinding;
      readonly reason: NoteRef;
    }
  | { readonly type: 'caseResumed'; readonly officerId: string; readonly reason: NoteRef }
  | { readonly type: 'responsibleChanged'; readonly officerId: string; readonly reason: NoteRef }
  | {
      readonly type: 'documentsRequested';
      readonly key: string;
      readonly officerId: string;
      readonly items: readonly string[];
      readonly answerBy: string;
      readonly zone: string;
      readonly occurredAt: string;
      readonly details: NoteRef | null;
      readonly proof: readonly DocumentRef[];
    }
  | {
      readonly type: 'documentsProvided';
      readonly key: string;
      readonly officerId: string;
      readonly items: readonly { readonly item: string; readonly document: DocumentRef }[];
      readonly occurredAt: string;
    }
  | {
      readonly type: 'clockStarted';
      readonly key: string;
      readonly rule: string;
      /** The version that the case is bound to; without one the newest is meant. */
      readonly ruleVersion?: number;
      readonly trigger: string;
      readonly zone: string;
      readonly limitDate: string | null;
      /** For a service level. */
      readonly owner?: ClockOwner;
      /** For a limit that a part of it caps. */
      readonly maximumPenalty?: MaximumPenalty;
      /** For a limit whose length was set with the request. */
      readonly within?: Within;
      /** The step whose being open it measures; null for a clock that a fact started. */
      readonly stepKey: string | null;
      /** The fact that shows that the limit was kept. */
      readonly keptBy: KeptBy | null;
      /** The agency whose duty it is, in a case between two. */
      readonly agencyCode?: string;
      /** Null while planned; the write step fills it in. */
      readonly terms: ClockTerms | null;
    }
  | {
      /** A changed calendar gave a limit that runs another date. */
      readonly type: 'clockRecomputed';
      readonly key: string;
      readonly rule: string;
      readonly start: ClockStartedWith;
      readonly calendarRevision: number;
      readonly previous: ClockTerms;
      /** Null while planned; the write step fills it in. */
      readonly terms: ClockTerms | null;
    }
  | {
      /** An answer that waits inside the asked side: to be released, or to be sent abroad. */
      readonly type: 'answerPrepared';
      readonly key: string;
      readonly officerId: string;
      readonly note: NoteRef | null;
      readonly documents: readonly DocumentRef[];
      /** Why the question is refused; empty where it is answered. */
      readonly codes: readonly string[];
      /** Key of the step by which another officer releases it; null where it needs no release. */
      readonly release: string | null;
    }
  | { readonly type: 'clockWarned'; readonly key: string; readonly codes: readonly string[] }
  | {
      readonly type: 'clockMet';
      readonly key: string;
      readonly at: string;
      readonly inTime: boolean;
    }
  | { readonly type: 'clockExpired'; readonly key: string; readonly recordedLate: boolean }
  | { readonly type: 'clockStopped'; readonly key: string }
  | {
      readonly type: 'custodyBegan';
      readonly period: string;
      readonly holder: 'theirs' | 'ours';
      /** The agency that answers for it, in a case between two. */
      readonly agencyCode?: string;
      readonly at: string;
      readonly zone: string;
    }
  | {
      /** What one side gives the other. Its receipt is a step of the other side's. */
      readonly type: 'messageSent';
      /** Key of the step by which the other side says that it has it. */
      readonly key: string;
      readonly kind: MessageKind;
      readonly from: string;
      readonly to: string;
      readonly officerId: string;
      readonly note: NoteRef | null;
      readonly documents: readonly DocumentRef[];
      /** The version of the request that was sent with it; null where none was. */
      readonly contentVersion: number | null;
      /** An answer: key of the step that asked for it. */
      readonly answers: string | null;
      /** What a step that can end in several ways came to, with the codes of its reason and the day that it names. */
      readonly said?: Said;
    }
  | {
      /** An opinion that a role is asked for, at a step of its own. */
      readonly type: 'adviceAsked';
      readonly key: string;
      readonly role: Role;
      readonly officerId: string;
      /** The question. */
      readonly note: NoteRef;
    }
  | {
      readonly type: 'noteAdded';
      /** The side that keeps it, in a case between two. */
      readonly agencyCode?: string;
      readonly officerId: string;
      readonly note: NoteRef;
      readonly documents: readonly DocumentRef[];
    }
  | {
      /** Stands in the case in which it was found, and is seen from both. */
      readonly type: 'caseLinked';
      readonly to: string;
      readonly kind: LinkKind;
      readonly officerId: string;
      readonly note: NoteRef | null;
    }
  | {
      readonly type: 'caseUnlinked';
      readonly to: string;
      readonly kind: LinkKind;
      readonly officerId: string;
      readonly reason: NoteRef;
    }
  | { readonly type: 'custodyEnded'; readonly period: string; readonly at: string; readonly reason: string }
  | { readonly type: 'caseClosed'; readonly outcome: string };

export type EventType = EventBody['type'];

/** An event as the register holds it. `seq` counts the case's events from 1 without a gap. */
export interface CaseEvent {
  readonly seq: number;
  readonly commandId: string;
  readonly actorId: string | null;
  readonly recordedAt: string;
  readonly body: EventBody;
}
