import type { Procedure } from '../catalogue/codes';

/** A penalty as a figure. Life and death exceed every threshold. */
export type Term = { readonly amount: number; readonly unit: 'month' | 'year' } | 'life' | 'death';

/** How one of the two laws sees an offence; null is what the request does not say. */
export interface OffenceInLaw {
  readonly provision: string | null;
  readonly maximum: Term | null;
}

export interface OffenceFacts {
  /** ISO date of its first day. */
  readonly from: string | null;
  readonly requestingLaw: OffenceInLaw;
  readonly requestedLaw: OffenceInLaw;
  readonly deathPenaltyPossible: boolean | null;
}

export interface TitleFacts {
  readonly kind: 'arrest-warrant' | 'judgment';
  readonly inAbsentia: boolean | null;
  readonly sentenceImposed: Term | null;
  readonly sentenceRemaining: Term | null;
}

/**
 * What the questions of admissibility are answered from, whichever side asks: each procedure makes it of its own request.
 * Null is what the request does not say; no question is answered 'met' on it.
 */
export interface AdmissibilityFacts {
  readonly procedure: Procedure;
  /** States in two letters (ISO 3166-1). */
  readonly requestingState: string;
  readonly requestedState: string;
  /** Every nationality that is known; empty when none is. */
  readonly nationalities: readonly string[];
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly birth: string | null;
  readonly title: TitleFacts | null;
  readonly offences: readonly OffenceFacts[];
  /** ISO date from which the offence is lapsed, by the law of each side. */
  readonly lapsesOn: { readonly requestingLaw: string | null; readonly requestedLaw: string | null };
  /** Codes of the assurances that the requesting State offers. */
  readonly assurances: readonly string[];
  readonly asylumOrRefugee: boolean | null;
  readonly identifiedAsVictim: boolean | 'possible' | null;
}
