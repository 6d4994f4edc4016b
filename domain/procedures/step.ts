import type { MessageKind, Queue, StepKind } from '../case/events';
import type { PartyName } from '../case/parties';
import type { ServiceLevelId } from '../law/catalogue/service-levels';
import type { Role } from '../permissions/roles';

/** Where a procedure may go when a step has closed: other steps, or the end of the case. */
export type Next = string | 'end';

/**
 * One declared step of a procedure. The table of these is what the picture, the permissions, the texts and the
 * tests take their names from; the procedure's code says in which order they come.
 */
export interface StepDeclaration {
  readonly kind: StepKind;
  readonly queue: Queue;
  /** Who acts on it, or records it. */
  readonly role: Role;
  /** Whose step it is, in a procedure between two sides. */
  readonly party?: PartyName;
  /** The role that acts on it where the side whose step it is is the Kurdistan Region. */
  readonly roleInRegion?: Role;
  /** Approvals and checks: the level that signs. One officer may not sign at two levels of one case. */
  readonly stage?: string;
  /** Approvals: the fact that acts on it. Once recorded, a later edit of the content does not reopen the approval. */
  readonly actedOnBy?: string;
  /** The other side that hears by mail how it was closed. */
  readonly tells?: PartyName;
  /** Approvals: items of the request without which nobody may approve, where the request needs them. */
  readonly needsItems?: readonly string[];
  /** Internal service level that runs while the step is open. */
  readonly serviceLevel?: ServiceLevelId;
  readonly outcomes: readonly string[];
  /** Outcomes that need a written reason. */
  readonly reasonFor?: readonly string[];
  /** Messages: what is sent by it. Its receipt is the step that follows. */
  readonly sends?: MessageKind;
  /** The step by which the other side says that it has what was sent. */
  readonly receipt?: string;
  /** Rounds of documents: those that we ask of the other side, with a day of ours. */
  readonly asksOtherSide?: true;
  /** Opened by what an officer does at any time, and no part of the sequence. */
  readonly aside?: true;
  /** Signatures: the other side's signature, which the same officer may not give. */
  readonly signedWith?: string;
  /** Facts: steps whose fact, or whose ballot's closing, cannot have happened later than this one. */
  readonly notBefore?: readonly string[];
  readonly proof?: 'required' | 'optional';
  /** Facts that may carry a last day set by the other side. */
  readonly limitDate?: 'required' | 'optional';
  /** Where the step stands in the law or in practice. */
  readonly source: string;
  /** Steps that may be opened, or the end, in the same moment in which this step closes with the outcome. */
  readonly next: Readonly<Record<string, readonly Next[]>>;
}

export type StepTable = Readonly<Record<string, StepDeclaration>>;
