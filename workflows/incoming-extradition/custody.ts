import { factAt } from '../blocks/fact';
import { tellFact } from '../blocks/fact-told';
import { type Custody, custody as custodyInIraq } from '../custody/periods';
import { rightsOf } from '../custody/rights';
import { all, type Block, waiting } from '../engine/block';
import { fileLimits, readinessLimit } from './limits';
import { countOf, type Run } from './run';
import { type Surrendered, surrendering } from './surrender';

const zone = 'Asia/Baghdad';
/** Marks the arrest that the request tells of. */
const inRequest = 'in-request';

type Held = Block<Surrendered | 'nobody-held' | 'died'>;

/** Whom the request says to be held is in custody from that hour on, whoever records it and whenever. */
function tellArrest(run: Run): void {
  const { heldSince } = run.state.content;
  if (heldSince === undefined || isTold(run) || coversCustody(run, heldSince)) return;
  const fact = { occurredAt: heldSince, zone, codes: [inRequest], limitDate: null };
  tellFact(run, 'arrest', countOf(run, 'arrest') + 1, { ...fact, outcome: 'arrested' });
}

function isTold({ state }: Run): boolean {
  return Object.values(state.steps).some(
    ({ step, fact }) => step === 'arrest' && fact?.codes.includes(inRequest) === true,
  );
}

/** Whom a period of custody holds, or held at that hour, is not arrested by an edit of the request. */
function coversCustody({ state }: Run, heldSince: string): boolean {
  return Object.values(state.custody).some(({ endedAt }) => endedAt === null || endedAt >= heldSince);
}

/** Custody while the request goes its way; it leads to the surrender once that has been granted. */
export function held(run: Run, { isGranted }: { readonly isGranted: boolean }): Held {
  tellArrest(run);
  return custodyInIraq<Surrendered>(run, custodyFor(run, isGranted));
}

/** Custody when nobody is to be surrendered any more: released at once, or held on a title of an Iraqi court. */
export function untilFree(run: Run): Held {
  tellArrest(run);
  return custodyInIraq<Surrendered>(run, {
    ...custodyFor(run, false),
    free: (visit) => factAt(run, 'immediate-release', visit),
  });
}

/** Nobody is arrested without a warrant of a judge here, and on each only once (Iraq, CPC 92-95). */
export function hasOutstandingWarrant(run: Run): boolean {
  const executed = countOf(run, 'arrest', 'arrested') - (isTold(run) ? 1 : 0);
  return countOf(run, 'domestic-warrant', 'issued') > executed + countOf(run, 'warrant-withdrawal');
}

function custodyFor(run: Run, isGranted: boolean): Custody<Surrendered> {
  const rights = rightsOf(run.state.content);
  return {
    rights,
    arrests: () => hasOutstandingWarrant(run),
    releasedToo: 'immediate-release',
    onward(arrest, { order, isOver }) {
      const notice = run.nextVisit('readiness-notice');
      const surrender = run.nextVisit('surrender');
      return {
        lead: () => (isGranted || isOver ? surrendering(run, { arrest, order, rights }) : waiting()),
        takenOver: { step: 'surrender', since: surrender, outcomes: ['surrendered'] },
        beside: (ended) => all(fileLimits(run, arrest, ended), readinessLimit(run, notice, ended)),
      };
    },
    leave: (period, { surrender }) => run.endCustody(period, surrender, surrender.outcome),
  };
}
