import type { FactRecord } from '../../domain/case/events';
import { fact, factAt } from '../blocks/fact';
import type { Signatures } from '../blocks/handover';
import { type Block, during, first, waiting } from '../engine/block';
import { detentionOrders, hoursOfArrest, registerEntry, rightsOfThePerson } from './duties';
import { journey } from './journey';
import type { Fact, Run } from './run';

/** Periods of custody at the requesting side after the handover, and at the requested side after a return. */
export const received = 'handover';
export const returned = 'return';

/** What the papers allow: that the journey is prepared, and that somebody is arrested who is not held yet. */
interface Allowed {
  /** 'once-signed': where one side has signed, the other must be able to, whatever has become of the papers. */
  readonly prepares: boolean | 'once-signed';
  /** By the number of the arrest. */
  readonly arrests: (visit: number) => boolean;
}

/**
 * Custody at the requested side, one period after another: each from an arrest to a release or to the handover, with
 * limits of its own. Returns how it ended, a handover with what was signed; 'nobody-held' when nobody is held and
 * nobody may be arrested.
 */
export function* custody(
  run: Run,
  { prepares, arrests }: Allowed,
): Block<Signatures | 'nobody-held' | 'died'> {
  for (let visit = 1; ; visit++) {
    if (!arrests(visit) && run.factOfVisit('arrest', visit) === null) return 'nobody-held';
    const arrest = yield* fact(run, 'arrest');
    if (arrest.outcome === 'not-held') continue;
    const end = yield* period(run, arrest, prepares);
    if (typeof end !== 'string') return end;
    if (end === 'died') return end;
  }
}

/** Returns the outcome of the fact that ended it, or the signatures of the handover. */
function* period(
  run: Run,
  arrest: Fact<'arrest'>,
  prepares: Allowed['prepares'],
): Block<string | Signatures> {
  const name = `arrest-${arrest.visit}`;
  run.beginCustody(name, 'ours', arrest, 'requested');
  const release = releaseOf(run, arrest.visit);
  if (release !== null) run.endCustody(name, release, release.outcome);
  const handover = run.nextVisit('handover-given');
  const order = run.nextVisit('detention-order');
  // A period that is over is gone through to its end: what was signed in it is no handover of a later one.
  const goesOn = release !== null || (prepares === 'once-signed' ? isSigned(run, handover) : prepares);
  const end = yield* during(
    run,
    first(
      run,
      () => goesFree(run, arrest.visit),
      () => (goesOn ? journey(run, arrest, order) : waiting()),
    ),
    () => hoursOfArrest(run, arrest),
    () => registerEntry(run, arrest),
    () => rightsOfThePerson(run, arrest),
    () => detentionOrders(run, arrest, handover),
  );
  if (typeof end !== 'string') moveCustody(run, name, end);
  return end;
}

/** A judge may let the person go at once, or anybody who may release later. */
function* goesFree(run: Run, visit: number): Block<string> {
  const release = releaseOf(run, visit);
  if (release !== null) return release.outcome;
  factAt(run, 'papers-to-judge', visit).next();
  factAt(run, 'release', visit).next();
  return yield* waiting();
}

function releaseOf(run: Run, visit: number): FactRecord | null {
  const judge = run.factOfVisit('papers-to-judge', visit);
  return judge?.outcome === 'released' ? judge : run.factOfVisit('release', visit);
}

/** Whether one side has signed a handover, of those from visit `handover` on. */
function isSigned(run: Run, handover: number): boolean {
  return (['handover-given', 'handover-taken'] as const).some(
    (signature) => run.factOf(signature, handover) !== null,
  );
}

/**
 * From the hour in which the other side took him over it answers for the person, also while it is not settled what the
 * lists should have said. What is signed anew settles the lists, and moves nobody.
 */
function moveCustody(run: Run, name: string, signed: Signatures): void {
  run.endCustody(name, signed.taken, 'handed-over');
  run.beginCustody(received, 'ours', signed.taken, 'requesting');
}
