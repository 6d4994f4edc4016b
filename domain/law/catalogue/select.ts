import type { Catalogue } from './catalogue';
import { StatesOfProcedureError } from './catalogue-errors';
import type { Instrument, Party } from './catalogue-schema';
import { isInForce } from './in-force';
import type { LawBinding } from './law-binding';

/** Between whom a procedure runs, and when. */
export interface PairOfStates {
  readonly procedure: string;
  /** ISO 3166-1, e.g. 'IQ'. */
  readonly requestingState: string;
  /** The same as the requesting state for a transfer within one state. */
  readonly requestedState: string;
  /** ISO date as of which the law is asked. */
  readonly on: string;
  /** What the request is for, where it is known: treaties on certain offences only bind for these. */
  readonly offences?: readonly string[];
}

/** Procedures that need two States, and those that need one; any other runs between whomever it runs. */
const betweenStates: readonly string[] = ['outgoing-extradition', 'incoming-extradition'];
const withinOneState: readonly string[] = ['suspect-transfer', 'committee-resolution'];

export interface SelectedInstrument {
  readonly id: string;
  readonly why:
    | 'both-states-are-parties'
    | 'law-of-requesting-state'
    | 'law-of-requested-state'
    | 'domestic-law'
    | 'regional-practice';
  /** ISO date from which it binds (a treaty: both states); null when no date is recorded, to be made sure of. */
  readonly since: string | null;
}

/**
 * The instruments that bind a pair of states on a date. Between two states: the treaties to which both are parties
 * and the law of either where it speaks of that role. Within one state: its own law and the practice of its regions;
 * that is no extradition, and treaties do not enter. Templates and comparisons are never selected.
 * @throws StatesOfProcedureError when the procedure cannot run between these states.
 */
export function selectInstruments(catalogue: Catalogue, pair: PairOfStates): SelectedInstrument[] {
  const { procedure, requestingState, requestedState } = pair;
  const isWithinOneState = requestingState === requestedState;
  if (isWithinOneState ? betweenStates.includes(procedure) : withinOneState.includes(procedure)) {
    throw new StatesOfProcedureError(procedure, requestingState, requestedState);
  }
  return catalogue.instruments.flatMap((instrument) => {
    const reason = reasonFor(instrument, pair);
    return reason === null ? [] : [{ id: instrument.id, ...reason }];
  });
}

/**
 * The limits that the selected instruments set to the procedure, each in the version that applies on the date.
 * @throws StatesOfProcedureError, see `selectInstruments`.
 */
export function bindLaw(catalogue: Catalogue, pair: PairOfStates): LawBinding {
  const instruments = selectInstruments(catalogue, pair).map(({ id }) => id);
  // What is a template or a comparison only is started by nothing: the catalogue is not loaded otherwise.
  const applicable = catalogue.rules.filter(
    (rule) => instruments.includes(rule.instrument) && isInForce(rule, pair.on),
  );
  const limits = applicable.flatMap(({ id: rule, version, effect, startedBy }) =>
    startedBy
      .filter(({ procedure }) => procedure === pair.procedure)
      .map(({ event }) => ({ event, rule, version, effect })),
  );
  const duties = dutiesOf(catalogue, instruments, pair);
  return { on: pair.on, instruments, limits, ...(duties.length > 0 ? { duties } : {}) };
}

function dutiesOf(
  { instruments: known }: Catalogue,
  bound: readonly string[],
  { procedure, on }: PairOfStates,
): string[] {
  const records = known.filter(({ id }) => bound.includes(id)).flatMap(({ duties }) => duties);
  const codes = records
    .filter((record) => record.procedures.some((name) => name === procedure) && isInForce(record, on))
    .map(({ code }) => code);
  return [...new Set(codes)];
}

type Reason = Omit<SelectedInstrument, 'id'>;

function reasonFor({ application }: Instrument, pair: PairOfStates): Reason | null {
  const isWithinOneState = pair.requestingState === pair.requestedState;
  switch (application.kind) {
    case 'treaty':
      return isWithinOneState || !covers(application, pair) ? null : treatyBetween(application.parties, pair);
    case 'national-law': {
      const why = isWithinOneState ? domesticLaw(application, pair) : lawOfOneSide(application, pair);
      return inForceSince(application, pair.on, why);
    }
    case 'regional-practice': {
      const isTheirs = application.state === pair.requestedState && application.procedure === pair.procedure;
      return inForceSince(application, pair.on, isWithinOneState && isTheirs ? 'regional-practice' : null);
    }
    case 'template':
    case 'comparison':
      return null;
  }
}

function covers({ onlyFor }: Treaty, { offences = [] }: PairOfStates): boolean {
  return onlyFor === null || offences.includes(onlyFor);
}

function treatyBetween(parties: readonly Party[], pair: PairOfStates): Reason | null {
  const bound = parties.filter(({ since, until }) =>
    isInForce({ effectiveFrom: since, effectiveTo: until }, pair.on),
  );
  const requesting = bound.find(({ state }) => state === pair.requestingState);
  const requested = bound.find(({ state }) => state === pair.requestedState);
  if (requesting === undefined || requested === undefined) return null;
  return { why: 'both-states-are-parties', since: laterOf(requesting.since, requested.since) };
}

/** Null where either is not known: then the later one is not known. */
function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

type Treaty = Extract<Instrument['application'], { kind: 'treaty' }>;
type NationalLaw = Extract<Instrument['application'], { kind: 'national-law' }>;

function domesticLaw({ state }: NationalLaw, { requestedState }: PairOfStates): Reason['why'] | null {
  return state === requestedState ? 'domestic-law' : null;
}

function lawOfOneSide(
  { state, role }: NationalLaw,
  { requestingState, requestedState }: PairOfStates,
): Reason['why'] | null {
  if (state === requestedState && role !== 'requesting') return 'law-of-requested-state';
  if (state === requestingState && role !== 'requested') return 'law-of-requesting-state';
  return null;
}

function inForceSince(
  { since, until }: { readonly since: string | null; readonly until: string | null },
  on: string,
  why: Reason['why'] | null,
): Reason | null {
  if (why === null || !isInForce({ effectiveFrom: since, effectiveTo: until }, on)) return null;
  return { why, since };
}
