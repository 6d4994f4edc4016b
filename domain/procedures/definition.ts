import type { z } from 'zod';
import type { ContentSummary } from '../case/events';
import type { PartyName, Side } from '../case/parties';
import type { AdmissibilityFacts } from '../law/admissibility/facts';
import type { Role } from '../permissions/roles';
import type { Assessment } from './assessment';
import type { StepTable } from './step';

/** What every request says, whatever its procedure. */
export interface CommonRequest {
  /** ISO 3166-1; both the same within one State. */
  readonly requestingState: string;
  readonly requestedState: string;
  readonly urgency: ContentSummary['urgency'];
  readonly confidentialUntilArrest: boolean;
  readonly documents: readonly { readonly item: string; readonly documentId: string }[];
}

/** What an officer records of something that happened outside, as it has been validated. */
export interface FactInput {
  readonly step: string;
  /** Which visit of the step is meant, where several are open side by side. */
  readonly visit?: number | undefined;
  readonly outcome: string;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** IANA zone. */
  readonly zone: string;
  /** ISO date in `zone`. */
  readonly limitDate: string | null;
  readonly conditions: readonly string[];
  /** What its step declares, as JSON; no two steps have the same. */
  readonly details?: unknown;
  /** Ids of uploaded documents. */
  readonly proof: readonly string[];
}

/** What the workflow may know of a request beside what every procedure tells it: codes, never words. */
export type Told = Pick<
  ContentSummary,
  | 'alreadyHeld'
  | 'heldSince'
  | 'foreignNational'
  | 'nationalOfRequestedState'
  | 'concurrent'
  | 'maximumPenalty'
  | 'ballot'
  | 'committee'
  | 'inquiry'
> &
  Partial<Pick<ContentSummary, 'confidential'>>;

/** What a side of a case is called: by its part in the request, or as the side where it came from or which sends it out. */
export type CalledSide = PartyName | 'origin' | 'federal';

/** The two sides of Iraq, as a request names them. */
export interface Sides {
  /** The side whose officers may open the case. */
  readonly requesting: Side;
  /** Null where it asks nobody: it has the case alone. */
  readonly requested: Side | null;
  /** The members of the request that say so, where they are not `to` and `from`. */
  readonly named?: { readonly requesting: string; readonly requested: string };
}

/**
 * What the rest of the product knows of a procedure: its steps, and how its request and facts are read and judged. The
 * order of the steps is code of workflows/, found by the same name.
 */
export interface ProcedureDefinition<
  Name extends string = string,
  Request extends CommonRequest = CommonRequest,
> {
  readonly name: Name;
  readonly version: number;
  /** Temporal's name for it. */
  readonly workflowType: string;
  /** Who opens its cases and edits what they say; a liaison officer where it says nothing. */
  readonly openedBy?: Role;
  readonly steps: StepTable;
  /** The steps of earlier versions, by their number, where cases of them go another way. */
  readonly earlierSteps?: Readonly<Record<number, StepTable>>;
  readonly request: z.ZodType<Request>;
  readonly facts: z.ZodType<FactInput>;
  assess(request: Request): Assessment;
  told?(request: Request): Told;
  /** Of a procedure between two sides: who asks whom. Null where whichever agency opened the case has it alone. */
  sides?(request: Request): Sides | null;
  /** What its pictures call the sides, where "requested" would be read as the other State. */
  readonly sidesCalled?: Readonly<Record<PartyName, CalledSide>>;
  /** Limits run from the opening on: the law is asked before it, and not while it is written. */
  readonly asksLawFirst?: true;
  /** The case that a request names beside its own; shown to whoever may see that case. */
  linkOf?(request: Request): string | null;
  /** Court and number of the warrant of which only one case may be open; with its State where that is not Iraq. */
  warrantOf?(
    request: Request,
  ): { readonly court: string; readonly number: string; readonly state?: string } | null;
  /** The fact after which no other case may be opened on the same warrant, or be edited to name it. */
  readonly barredBy?: { readonly step: string; readonly outcome: string };
  /** What the questions of admissibility are answered from; nothing is asked of a procedure that has none. */
  admissibility?(request: Request): AdmissibilityFacts;
  /** SHA-256 of what an officer signs with a fact; undefined for one that is no signature. */
  signedWith?(fact: Pick<FactInput, 'step' | 'details'>): string | undefined;
}
