import type { FactRecord, KeptBy } from '../../domain/case/events';
import type { PartyName } from '../../domain/case/parties';
import { factOfVisit } from '../../domain/case/state';
import { fact, factAt } from '../blocks/fact';
import { type Block, during, first, waiting } from '../engine/block';
import { anyOf } from './any-of';
import { detentionOrders } from './detention-orders';
import { hoursOfArrest, registerEntry, rightsOfThePerson } from './duties';
import type { Right } from './rights';
import type { Fact, Run } from './run';

/** Where a period of custody leads if not to a release. */
interface Onward<End> {
  /** The person is made ready and handed over. Waits where nothing allows it. */
  lead(): Block<End>;
  /** What shows that somebody else answers for the person: it ends the orders of detention too. */
  readonly takenOver: KeptBy;
  /** Limits of the procedure's own that run in the period, kept by what ends it. */
  beside?(ended: KeptBy): Block<unknown>;
}

/** What a procedure says of the custody that belongs to it. */
export interface Custody<End> {
  /** The side that holds the person, in a case between two. */
  readonly party?: PartyName;
  readonly rights: readonly Right[];
  /** Whether somebody may be arrested who is not held yet, by the number of the arrest. */
  arrests(visit: number): boolean;
  /** Called where a period begins. `order`: the first visit of its own orders of detention. */
  onward(arrest: Fact<'arrest'>, period: { readonly order: number; readonly isOver: boolean }): Onward<End>;
  /** The person is with somebody else from then on. */
  leave(period: string, end: End): void;
  /** A release of the procedure's own beside the usual one, with the number of the arrest. */
  readonly releasedToo?: string;
  /** Opens what is to end the period now: the release that may come at any time where nothing else is said. */
  free?(visit: number): Block<unknown>;
}

/**
 * Custody in Iraq, one period after another: each from an arrest to a release or to where it leads, with limits of its
 * own. Returns how it ended; 'nobody-held' when nobody is held and nobody may be arrested.
 */
export function* custody<End extends object>(
  run: Run,
  place: Custody<End>,
): Block<End | 'nobody-held' | 'died'> {
  for (let visit = 1; ; visit++) {
    if (!place.arrests(visit) && run.factOfVisit('arrest', visit) === null) return 'nobody-held';
    const arrest = yield* fact(run, 'arrest');
    if (arrest.outcome === 'not-held') continue;
    const end = yield* period(run, arrest, place);
    if (typeof end !== 'string') return end;
    if (end === 'died') return end;
  }
}

/** Returns the outcome of the fact that ended it, or where it has led. */
function* period<End extends object>(
  run: Run,
  arrest: Fact<'arrest'>,
  place: Custody<End>,
): Block<string | End> {
  const { visit } = arrest;
  const name = `arrest-${visit}`;
  run.beginCustody(name, 'ours', arrest, place.party);
  const release = releaseOf(run, place, visit);
  if (release !== null) run.endCustody(name, release, release.outcome);
  const order = run.nextVisit('detention-order');
  const onward = place.onward(arrest, { order, isOver: release !== null });
  const released = releasesOf(run, place, visit);
  const ended = anyOf(...released, onward.takenOver);
  const end = yield* during(
    run,
    first(
      run,
      () => goesFree(run, place, visit),
      () => onward.lead(),
    ),
    () => hoursOfArrest(run, arrest, anyOf(...released)),
    () => registerEntry(run, arrest),
    () => rightsOfThePerson(run, arrest, place.rights),
    () => detentionOrders(run, arrest, ended),
    () => onward.beside?.(ended) ?? waiting(),
  );
  if (typeof end !== 'string') place.leave(name, end);
  return end;
}

/** A judge may let the person go at once, or anybody who may release later. */
function* goesFree<End>(run: Run, place: Custody<End>, visit: number): Block<string> {
  const release = releaseOf(run, place, visit);
  if (release !== null) return release.outcome;
  factAt(run, 'papers-to-judge', visit).next();
  (place.free?.(visit) ?? factAt(run, 'release', visit)).next();
  return yield* waiting();
}

function releaseOf<End>(run: Run, { releasedToo }: Custody<End>, visit: number): FactRecord | null {
  const judge = run.factOfVisit('papers-to-judge', visit);
  if (judge?.outcome === 'released') return judge;
  const own = releasedToo === undefined ? null : factOfVisit(run.state, releasedToo, visit);
  return own ?? run.factOfVisit('release', visit);
}

/** The facts that end a period with a release. */
function releasesOf(run: Run, { releasedToo }: Custody<unknown>, visit: number): [KeptBy, ...KeptBy[]] {
  const steps: Readonly<Record<string, { readonly outcomes: readonly string[] } | undefined>> = run.steps;
  const by = (step: string): KeptBy => ({ step, visit, outcomes: steps[step]?.outcomes ?? [] });
  return [by('release'), ...(releasedToo === undefined ? [] : [by(releasedToo)])];
}
