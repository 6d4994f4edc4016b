import type { FactRecord, KeptBy } from '../../domain/case/events';
import { approval } from '../blocks/approval';
import { fact, factAt } from '../blocks/fact';
import { limits } from '../blocks/limits';
import { all, type Block, waiting } from '../engine/block';
import { isInBaghdad } from './approvals';
import type { Fact, Run } from './run';

/** The name of a period of custody abroad, by the number of its arrest. */
function periodAbroad(visit: number): string {
  return visit === 1 ? 'provisional-arrest' : `provisional-arrest-${visit}`;
}

/**
 * The person's custody abroad, one period after another: each from an arrest to a release or a surrender, with limits of
 * its own. A release bars no new arrest; whether that has fresh limits is a question for counsel, and each is shown.
 * Goes on for as long as the case does, whatever becomes of the papers.
 */
export function* custodyAbroad(run: Run): Block<void> {
  const isAsked = askedForArrest(run).next().done === true;
  for (let visit = 1; ; visit++) {
    const isKnown = run.factOfVisit('provisional-arrest', visit) !== null;
    if (!isKnown && !mayBeArrested(run, visit, isAsked)) return yield* waiting();
    const arrest = yield* fact(run, 'provisional-arrest', isAsked && visit === 1 ? undefined : ['arrested']);
    if (arrest.outcome === 'arrested') yield* period(run, arrest);
  }
}

/**
 * The urgent path: provisional arrest is asked for before the file is there, and the file must follow in time. Once it
 * has been asked for, an edit of the request does not end the path: somebody may be held because of it.
 */
function* askedForArrest(run: Run): Block<void> {
  const isAsked = run.factOf('provisional-arrest-request') !== null;
  const isUrgent = run.state.content.urgency === 'provisional-arrest-requested';
  const isUndecided = run.factOf('decision') === null && run.lastStatus !== 'to-be-withdrawn';
  const mayAsk = isUrgent && isUndecided && isInBaghdad(run) && run.isClosed('person-checks');
  if (!isAsked && !mayAsk) yield* waiting();
  if ((yield* approval(run, 'urgent-approval')) === 'refused') yield* waiting();
  yield* fact(run, 'provisional-arrest-request');
}

/** On what Iraq asks for first, and from the receipt of the file on as the other State sees fit; nobody who is here. */
function mayBeArrested(run: Run, visit: number, isAsked: boolean): boolean {
  if (isHere(run) || hasDiedAbroad(run)) return false;
  if (run.factOf('decision')?.outcome === 'refused') return false;
  return (isAsked && visit === 1) || run.factOf('receipt') !== null;
}

/** The person is in Iraq, for good or for a time. */
function isHere(run: Run): boolean {
  if (run.factOf('surrender')?.outcome === 'surrendered') return true;
  const returns = Object.values(run.state.steps).filter(
    ({ step, fact }) => step === 'temporary-return' && fact !== null && fact.outcome !== 'not-returned',
  );
  return staysHere(run).length > returns.length;
}

export function hasDiedAbroad(run: Run): boolean {
  return run.factOf('release-abroad')?.outcome === 'died';
}

/** Every surrender for a time, in the order in which they came. */
function staysHere(run: Run): FactRecord[] {
  const stays: FactRecord[] = [];
  for (let stay = run.factOfVisit('temporary-surrender', 1); stay !== null; ) {
    stays.push(stay);
    stay = run.factOfVisit('temporary-surrender', stays.length + 1);
  }
  return stays;
}

function* period(run: Run, arrest: Fact<'provisional-arrest'>): Block<void> {
  const name = periodAbroad(arrest.visit);
  run.beginCustody(name, 'theirs', arrest);
  const release = run.factOfVisit('release-abroad', arrest.visit);
  const end = release ?? surrenderAfter(run, arrest);
  if (end !== null) {
    run.endCustody(name, end, end.outcome);
    return;
  }
  yield* all(
    // The requested State may release the person at any time before the surrender.
    factAt(run, 'release-abroad', arrest.visit),
    factAt(run, 'consular-access', arrest.visit),
    fileInTime(run, arrest),
  );
}

/** The surrender, for good or for a time, that ended the period which began with an arrest. */
function surrenderAfter(run: Run, arrest: FactRecord): FactRecord | null {
  const last = run.factOf('surrender');
  const surrenders = last?.outcome === 'surrendered' ? [...staysHere(run), last] : staysHere(run);
  return surrenders.find(({ occurredAt }) => occurredAt >= arrest.occurredAt) ?? null;
}

/**
 * The file must be there before the requested State releases the person: by the limits of the law that binds it, or by
 * the day that it set itself. Where the law says so a request to continue the detention keeps the first of them
 * (Riyadh Agreement art. 44); supplementary information stops none.
 */
function* fileInTime(run: Run, arrest: Fact<'provisional-arrest'>): Block<void> {
  const received: KeptBy = { step: 'receipt', outcomes: ['received'] };
  const { visit } = arrest;
  const from = { event: 'provisional-arrest', from: arrest } as const;
  const unlessContinued = run.limitsFrom('provisional-arrest')?.some(({ effect }) => effect === mayContinue);
  if (unlessContinued) factAt(run, 'continued-detention', visit).next();
  yield* all(
    limits(run, {
      ...from,
      effects: [mayContinue],
      keptBy: { ...received, or: { step: 'continued-detention', visit, outcomes: ['requested'] } },
      whenPassed: { [mayContinue]: 'release-expected' },
      unbound: [],
    }),
    limits(run, {
      ...from,
      effects: ['release-expected'],
      keptBy: received,
      whenPassed: { 'release-expected': 'release-expected' },
      unbound: [],
      setByOtherSide: { rule: 'RELEASE-SET-BY-OTHER-SIDE', effect: 'release-expected' },
    }),
  );
}

const mayContinue = 'release-unless-continued';
