import type { KeptBy } from '../../domain/case/events';
import { suspectTransferSteps as steps } from '../../domain/procedures/suspect-transfer/steps';
import { fact, factAt } from '../blocks/fact';
import { limits } from '../blocks/limits';
import { all, type Block, waiting } from '../engine/block';
import type { Fact, Run } from './run';

/** What the person has a right to from the first hour on. */
export const rights = ['reasons-told', 'counsel', 'interpreter', 'family-informed'] as const;

function released(visit: number): KeptBy {
  return { step: 'release', visit, outcomes: steps.release.outcomes };
}

/** The papers go before a judge within 24 hours, which he may extend once (Iraq, Constitution art. 19(13)). */
export function* hoursOfArrest(run: Run, arrest: Fact<'arrest'>): Block<void> {
  const { visit } = arrest;
  yield* limits(run, {
    event: 'arrest',
    effects: ['present-to-judge', 'release'],
    from: arrest,
    keptBy: {
      step: 'papers-to-judge',
      visit,
      outcomes: steps['papers-to-judge'].outcomes,
      or: released(visit),
    },
    whenPassed: { 'present-to-judge': 'mandatory-presentation', release: 'mandatory-release' },
    unbound: [],
  });
}

/** The central register of detained persons hears of it within 24 hours (Iraq, Prime Minister's Order 57). */
export function* registerEntry(run: Run, arrest: Fact<'arrest'>): Block<void> {
  const { visit } = arrest;
  const entry = limits(run, {
    event: 'arrest',
    effects: ['register-entry'],
    from: arrest,
    keptBy: { step: 'register-entry', visit, outcomes: steps['register-entry'].outcomes },
    whenPassed: { 'register-entry': 'register-entry-missed' },
    unbound: [],
  });
  yield* all(factAt(run, 'register-entry', visit), entry);
}

export function* rightsOfThePerson(run: Run, { visit }: Fact<'arrest'>): Block<unknown> {
  return yield* all(...rights.map((right) => factAt(run, right, visit)));
}

/**
 * An order holds for 15 days at most and is followed by another or by the release (Iraq, CPC 109). Six months run
 * from the first order of the period; whether earlier periods count towards them is a question for counsel.
 */
export function* detentionOrders(
  run: Run,
  { visit }: Fact<'arrest'>,
  /** The first visit of the period's own handover. */
  handover: number,
): Block<never> {
  const judge = yield* factAt(run, 'papers-to-judge', visit);
  if (judge.outcome !== 'detained') return yield* waiting();
  const takenOver: KeptBy = {
    step: 'handover-taken',
    since: handover,
    together: 'handover-given',
    outcomes: ['taken-over'],
  };
  const end: KeptBy = { ...released(visit), or: takenOver };
  const ordered: KeptBy = {
    step: 'detention-order',
    visit: run.nextVisit('detention-order'),
    outcomes: ['ordered'],
    or: end,
  };
  // The judge's word holds for as long as an order may, and not without end when nobody records the order.
  ofOrder(run, { ...judge, limitDate: null }, 'renew-or-release', ordered, 'detention-order-missing').next();
  for (let count = 1; ; count++) {
    const order = yield* fact(run, 'detention-order');
    const renewal: KeptBy = {
      step: 'detention-order',
      visit: order.visit + 1,
      outcomes: ['ordered'],
      or: end,
    };
    ofOrder(run, order, 'renew-or-release', renewal).next();
    // The last day that a judge names is that of his order.
    if (count === 1) ofOrder(run, { ...order, limitDate: null }, 'leave-of-criminal-court', end).next();
  }
}

function ofOrder(
  run: Run,
  from: Fact<'detention-order' | 'papers-to-judge'>,
  effect: 'renew-or-release' | 'leave-of-criminal-court',
  keptBy: KeptBy,
  whenEnded: 'detention-order-ended' | 'detention-order-missing' = 'detention-order-ended',
): Block<void> {
  return limits(run, {
    event: 'detention-order',
    effects: [effect],
    from,
    keptBy,
    maximumPenalty: run.state.content.maximumPenalty,
    whenPassed: {
      'renew-or-release': whenEnded,
      'leave-of-criminal-court': 'leave-of-criminal-court',
    },
    unbound: [],
  });
}
