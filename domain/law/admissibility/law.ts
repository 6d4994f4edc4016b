import type { Procedure, RefusalGround } from '../catalogue/codes';
import { isInForce } from '../catalogue/in-force';
import type { Provenance } from '../rule-record';

/** What a threshold and a ground have in common: where it stands, and when and for which procedures it counts. */
interface LegalRecord
  extends Pick<Provenance, 'source' | 'basis' | 'verified' | 'effectiveFrom' | 'effectiveTo'> {
  readonly article: string;
  readonly procedures: readonly Procedure[];
}

export interface Threshold extends LegalRecord {
  readonly kind: 'offence' | 'sentence-imposed' | 'sentence-remaining';
  /** Null: the act must be an offence, with no least penalty. */
  readonly minimum: { readonly amount: number; readonly unit: 'month' | 'year' } | null;
  /** By whose law; null where the text does not say, which is read as both. */
  readonly laws: 'both' | 'requesting' | 'requested' | null;
}

export interface Ground extends LegalRecord {
  readonly code: RefusalGround;
  readonly force: 'mandatory' | 'optional';
}

/** Of an instrument that binds the two States, what the questions of admissibility need. */
export interface InstrumentLaw {
  readonly id: string;
  readonly application: { readonly kind: string };
  readonly thresholds: readonly Threshold[];
  readonly grounds: readonly Ground[];
}

export type AdmissibilityLaw = readonly InstrumentLaw[];

/** A record together with the instrument in which it stands. */
export type Of<Kind> = Kind & { readonly instrument: string; readonly isNationalLaw: boolean };

/** The thresholds and grounds that count in a procedure on a day. */
export interface LawInForce {
  readonly thresholds: readonly Of<Threshold>[];
  readonly grounds: readonly Of<Ground>[];
}

/** Of the instruments what counts in `procedure` on the ISO date `on`. */
export function lawInForce(law: AdmissibilityLaw, procedure: Procedure, on: string): LawInForce {
  const counts = (record: LegalRecord) => record.procedures.includes(procedure) && isInForce(record, on);
  return {
    thresholds: law.flatMap((instrument) => instrument.thresholds.filter(counts).map(within(instrument))),
    grounds: law.flatMap((instrument) => instrument.grounds.filter(counts).map(within(instrument))),
  };
}

function within({ id, application }: InstrumentLaw) {
  const isNationalLaw = application.kind === 'national-law';
  return <Kind>(record: Kind): Of<Kind> => ({ ...record, instrument: id, isNationalLaw });
}
