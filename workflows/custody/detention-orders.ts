import type { KeptBy } from '../../domain/case/events';
import { fact, factAt } from '../blocks/fact';
import { limits } from '../blocks/limits';
import { type Block, waiting } from '../engine/block';
import type { Fact, Run } from './run';

/**
 * An order holds for 15 days at most and is followed by another or by the end of the period (Iraq, CPC 109). Six months
 * run from the first order of the period; whether earlier periods count towards them is a question for counsel.
 */
export function* detentionOrders(run: Run, { visit }: Fact<'arrest'>, end: KeptBy): Block<never> {
  const judge = yield* factAt(run, 'papers-to-judge', visit);
  if (judge.outcome !== 'detained') return yield* waiting();
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
