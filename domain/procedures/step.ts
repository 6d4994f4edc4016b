import type { MessageKind, Queue, StepKind } from '../case/events';
import type { PartyName } from '../case/parties';
import type { HouseRuleId } from '../law/catalogue/house-rules';
import type { ServiceLevelId } from '../law/catalogue/service-levels';
import type { Role } from '../permissions/roles';

/** Where a procedure may go when a step has closed: other steps, or the end of the case. */
export type Next = string | 'end';

/** The steps around a question, each by its name. */
export interface AroundQuestion {
  /** An answer that must not leave by one hand is signed off there. */
  readonly release: string;
  /** Where one question is withdrawn, and where the whole request is. */
  readonly withdrawals: readonly string[];
}

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
  /** The requesting side hears by mail how the other side closed it. */
  readonly tells?: 'requesting';
  /** Approvals: items of the request without which nobody may approve, where the request needs them. */
  readonly needsItems?: readonly string[];
  /** Internal service level that runs while the step is open. */
  readonly serviceLevel?: ServiceLevelId;
  readonly outcomes: readonly string[];
  /** Outcomes that need a written reason. */
  readonly reasonFor?: readonly string[];
  /** Messages: what is sent by it. Its receipt is the step that follows. */
  readonly sends?: MessageKind;
  /** Messages and questions: the codes of which one or more say why, for an outcome that needs a reason. */
  readonly codes?: readonly string[];
  /** Messages that ask for more time: the rule of the limit that they are about. */
  readonly extends?: HouseRuleId;
  /** Questions: the steps around one. */
  readonly asked?: AroundQuestion;
  /**
   * Approvals that let leave what waits at the visit of another step with the same number. Their stage is 'release': the
   * database finds by it whom to keep from releasing what he prepared.
   */
  readonly releases?: string;
  /** Facts: with these outcomes the case takes its course, and no manager ends it early any more. */
  readonly takesItsCourse?: readonly string[];
  /** Facts: the person is lent by them, and no manager ends the case before a fact that ends the loan. */
  readonly lends?: readonly string[];
  /** Facts: outcomes that end such a loan. */
  readonly endsLoan?: readonly string[];
  /** Lets a person be handed over, or is the protocol of it: nobody does it without a fresh login. */
  readonly gravest?: true;
  /** Once it is done, or done with one of the outcomes named, the content stands as it is. */
  readonly fixesContent?: true | readonly string[];
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
  /** Facts and messages that may carry a last day set by the other side. */
  readonly limitDate?: 'required' | 'optional';
  /** Where the step stands in the law or in practice. */
  readonly source: string;
  /** Steps that may be opened, or the end, in the same moment in which this step closes with the outcome. */
  readonly next: Readonly<Record<string, readonly Next[]>>;
}

export type StepTable = Readonly<Record<string, StepDeclaration>>;
