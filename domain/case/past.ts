import type { LawBinding } from '../law/catalogue/law-binding';
import type { ClockTerms, DocumentRef, FactRecord, NoteRef } from './events';

/** Something that happened outside, with its proof. */
export interface PastFact {
  readonly kind: 'fact';
  readonly step: string;
  readonly fact: FactRecord;
  readonly details: NoteRef | null;
  readonly proof: readonly DocumentRef[];
}

/** A step that somebody closed before the case came here. Who it was is in the note: an officer here did not sign. */
export interface PastSignOff {
  readonly kind: 'sign-off';
  readonly step: string;
  readonly outcome: string;
  /** ISO 8601 in UTC. */
  readonly decidedAt: string;
  readonly note: NoteRef;
  readonly proof: readonly DocumentRef[];
}

/** The other side asked for documents or information. */
export interface PastRequest {
  readonly kind: 'request';
  readonly step: string;
  readonly items: readonly string[];
  /** Last day for the answer, ISO date in `zone`. */
  readonly answerBy: string;
  readonly zone: string;
  readonly occurredAt: string;
  readonly details: NoteRef | null;
  readonly proof: readonly DocumentRef[];
}

/** What was sent in answer to the round that was open then. */
export interface PastAnswer {
  readonly kind: 'answer';
  readonly step: string;
  readonly items: readonly { readonly item: string; readonly document: DocumentRef }[];
  readonly occurredAt: string;
}

/** What already happened to a case before it came here. */
export type PastItem = PastFact | PastSignOff | PastRequest | PastAnswer;

/** When an item of the past happened, ISO 8601 in UTC. */
export function timeOf(item: PastItem): string {
  switch (item.kind) {
    case 'fact':
      return item.fact.occurredAt;
    case 'sign-off':
      return item.decidedAt;
    default:
      return item.occurredAt;
  }
}

/**
 * What the write step is going to find, computed with its own code before: the past cannot be told without the law
 * and the dates of the limits, and a workflow must not compute them. The write step computes them again and refuses
 * where they differ.
 */
export interface ExpectedLaw {
  readonly law: LawBinding;
  /** By the key of the clock. */
  readonly terms: Readonly<Record<string, ClockTerms>>;
}
