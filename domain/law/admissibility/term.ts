import type { Term } from './facts';

const monthsOfAYear = 12;

/** A penalty in months; life and death exceed every number of them. */
export function monthsOf(term: Term): number {
  if (typeof term === 'string') return Number.POSITIVE_INFINITY;
  return term.unit === 'year' ? term.amount * monthsOfAYear : term.amount;
}
