import type { Voice } from '../committee/ballot';
import type { Standing } from '../committee/committee';
import type { LawBinding } from '../law/catalogue/law-binding';
import type { Role } from '../permissions/roles';
import type { ContentSummary, DocumentRef, FactRecord, LinkKind, MessageKind, NoteRef } from './events';
import type { Parties } from './parties';
import type { ExpectedLaw, PastItem } from './past';

/** Every command carries an id: a repeated write finds its own events by it. */
interface Command {
  readonly commandId: string;
}

interface PersonalCommand extends Command {
  readonly officerId: string;
}

export interface OpenCase extends PersonalCommand {
  readonly type: 'openCase';
  readonly agencyCode: string;
  /** The two sides, where the procedure is between agencies. */
  readonly parties?: Parties;
  /** The batch that it comes with. */
  readonly batchId?: string;
  readonly content: ContentSummary;
  /** What the write step is going to bind the case to, where the first steps depend on it already. */
  readonly law?: LawBinding;
  /** The closed case that this one takes up again. */
  readonly reopens: string | null;
}

/** Takes a case over that runs already: opens it, and tells what happened before it came here. */
export interface ImportCase extends PersonalCommand {
  readonly type: 'importCase';
  readonly agencyCode: string;
  readonly parties?: Parties;
  readonly content: ContentSummary;
  /** Code of the list or system that it comes from. */
  readonly source: string;
  /** The note that holds its reference there. */
  readonly reference: NoteRef;
  /** In the order in which it happened. */
  readonly past: readonly PastItem[];
  readonly expected: ExpectedLaw;
}

/** The first command of a case. */
export type OpeningCommand = OpenCase | ImportCase;

export interface ReviseContent extends PersonalCommand {
  readonly type: 'reviseContent';
  readonly content: ContentSummary;
}

/** Names one opening of one step; a command for an older opening is refused. */
export interface StepRef {
  readonly key: string;
  readonly openedSeq: number;
}

export interface Decide extends PersonalCommand {
  readonly type: 'decide';
  readonly step: StepRef;
  readonly outcome: string;
  readonly reason: NoteRef | null;
  readonly actingForId: string | null;
  /** Hash of the content version that was read. */
  readonly contentHash: string;
}

/** A seat of the committee votes in a ballot, or says that it takes no part. */
export interface CastVote extends PersonalCommand {
  readonly type: 'castVote';
  /** Key of the step; null for the one ballot that is open. */
  readonly key: string | null;
  readonly seat: string;
  /** How the officer holds the seat: found by the service, made sure of by the register. */
  readonly standing: Standing;
  readonly voice: Voice;
  readonly reason: NoteRef | null;
  /** Hash of the content version that was read. */
  readonly contentHash: string;
}

export interface RecordFact extends PersonalCommand {
  readonly type: 'recordFact';
  readonly step: string;
  /** Which visit of the step is meant, where several are open side by side; the first that is open without it. */
  readonly visit?: number;
  readonly fact: FactRecord;
  readonly details: NoteRef | null;
  readonly proof: readonly DocumentRef[];
}

/** A recorded fact was wrong: the same event, with what is right. */
export interface CorrectFact extends PersonalCommand {
  readonly type: 'correctFact';
  /** Key of the visit whose fact it is. */
  readonly factKey: string;
  readonly fact: FactRecord;
  readonly reason: NoteRef;
  readonly details: NoteRef | null;
  readonly proof: readonly DocumentRef[];
}

/** An officer takes his own sign-off back. */
export interface Rescind extends PersonalCommand {
  readonly type: 'rescind';
  readonly step: StepRef;
  readonly reason: NoteRef;
}

export const endings = [
  'withdrawn',
  'person-not-located',
  'person-died',
  'released-abroad',
  'prosecuted-instead',
  'proceedings-transferred',
] as const;

/** The case is to end before its course is run. */
export interface EndCase extends PersonalCommand {
  readonly type: 'endCase';
  readonly outcome: (typeof endings)[number];
  readonly reason: NoteRef;
}

/** The case rests: nobody signs or edits until it is resumed. */
export interface Suspend extends PersonalCommand {
  readonly type: 'suspend';
  readonly reason: NoteRef;
}

/** A case that rested goes on. */
export interface Resume extends PersonalCommand {
  readonly type: 'resume';
  readonly reason: NoteRef;
}

/** The case is to be under the law as it is now: an act of its own, never a consequence of a new release. */
export interface RebindLaw extends PersonalCommand {
  readonly type: 'rebindLaw';
  readonly law: LawBinding;
  readonly reason: NoteRef;
}

/** Another officer answers for the case from now on. */
export interface Reassign extends PersonalCommand {
  readonly type: 'reassign';
  readonly responsibleOfficerId: string;
  readonly reason: NoteRef;
}

export interface RequestDocuments extends PersonalCommand {
  readonly type: 'requestDocuments';
  readonly step: string;
  readonly items: readonly string[];
  /** Last day for the answer, ISO date in `zone`. */
  readonly answerBy: string;
  readonly zone: string;
  readonly occurredAt: string;
  readonly details: NoteRef | null;
  readonly proof: readonly DocumentRef[];
}

export interface ProvideDocuments extends PersonalCommand {
  readonly type: 'provideDocuments';
  readonly step: StepRef;
  readonly items: readonly { readonly item: string; readonly document: DocumentRef }[];
  readonly occurredAt: string;
}

/** One side gives the other something: what a step of its own sends, an answer, or whatever it wants to say or ask. */
export interface SendMessage extends PersonalCommand {
  readonly type: 'sendMessage';
  /** The officer's agency: of the two sides the one that sends. */
  readonly agencyCode: string;
  /** The step that it does: a transmission, an answer to a question; null for what no step asked for. */
  readonly step: StepRef | null;
  /** What it is, where no step says so. */
  readonly kind: Extract<MessageKind, 'information' | 'question'> | null;
  readonly note: NoteRef | null;
  readonly documents: readonly DocumentRef[];
  /** Hash of the content version that was read, where the request is sent with it. */
  readonly contentHash: string | null;
  /** What the step comes to, where it can end in several ways; the first that it declares without it. */
  readonly outcome?: string;
  /** Why, as codes. */
  readonly codes?: readonly string[];
  /** ISO date: the last day that is asked for. */
  readonly limitDate?: string;
}

/** The side that is asked answers a question, or refuses it and says why. */
export interface AnswerQuestion extends PersonalCommand {
  readonly type: 'answerQuestion';
  readonly step: StepRef;
  readonly outcome: 'answered' | 'refused';
  /** Why it is refused. */
  readonly codes: readonly string[];
  readonly note: NoteRef | null;
  readonly documents: readonly DocumentRef[];
}

/** The case has something in common with another one, which the officer may see too. */
export interface LinkCase extends PersonalCommand {
  readonly type: 'linkCase';
  /** The other case. */
  readonly to: string;
  readonly kind: LinkKind;
  readonly note: NoteRef | null;
}

/** A link was none. */
export interface UnlinkCase extends PersonalCommand {
  readonly type: 'unlinkCase';
  readonly to: string;
  readonly kind: LinkKind;
  readonly reason: NoteRef;
}

/** Something worth knowing, for the officer's own side. */
export interface AddNote extends PersonalCommand {
  readonly type: 'addNote';
  /** The officer's agency. */
  readonly agencyCode: string;
  readonly note: NoteRef;
  readonly documents: readonly DocumentRef[];
}

/** A role of the officer's own side is asked for an opinion. */
export interface AskAdvice extends PersonalCommand {
  readonly type: 'askAdvice';
  /** The officer's agency. */
  readonly agencyCode: string;
  readonly role: Role;
  readonly question: NoteRef;
}

/** The clock keeper's command: a threshold or a limit has been reached. */
export interface TimeReached extends Command {
  readonly type: 'timeReached';
  /** The instant that has been reached, ISO 8601 in UTC: a timer may fire early against the clock it is compared with. */
  readonly asOf: string;
}

/** A calendar has changed: the limits that were computed with it are computed anew. */
export interface RecomputeClocks extends Command {
  readonly type: 'recomputeClocks';
  readonly calendar: string;
  readonly calendarRevision: number;
}

export type PersonCommand =
  | OpeningCommand
  | ReviseContent
  | Decide
  | Rescind
  | CastVote
  | RecordFact
  | CorrectFact
  | RequestDocuments
  | ProvideDocuments
  | SendMessage
  | AnswerQuestion
  | LinkCase
  | UnlinkCase
  | AddNote
  | AskAdvice
  | EndCase
  | Suspend
  | Resume
  | RebindLaw
  | Reassign;
/** A command that no person of the case gives. */
export type SystemCommand = TimeReached | RecomputeClocks;
export type CaseCommand = PersonCommand | SystemCommand;

/** The officer who gives a command; null for one that no person of the case gives. */
export function actorOf(command: CaseCommand): string | null {
  return 'officerId' in command ? command.officerId : null;
}
