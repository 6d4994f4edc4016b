import { type Block, waiting } from '../engine/block';
import type { Right } from './rights';
import type { Fact, Run } from './run';

/** What a handover waits for in the custody that leads to it. */
export interface Detained {
  readonly arrest: Fact<'arrest'>;
  /** The first visit of the period's own orders of detention. */
  readonly order: number;
  readonly rights: readonly Right[];
}

/**
 * Nobody is handed over who is not held by a judge's order, entered in the register, and told what he has a right to.
 * These steps are open beside: this only waits for them.
 */
export function* detainedAndTold(run: Run, { arrest, order, rights }: Detained): Block<void> {
  const isOrdered = run.factOf('detention-order', order) !== null;
  const duties = ['register-entry', ...rights] as const;
  if (!isOrdered || duties.some((duty) => run.factOfVisit(duty, arrest.visit) === null)) yield* waiting();
}
