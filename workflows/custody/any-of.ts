import type { KeptBy } from '../../domain/case/events';

/** A limit is kept by whichever of these facts happened first. */
export function anyOf(first: KeptBy, ...others: readonly KeptBy[]): KeptBy {
  const [next, ...rest] = others;
  return next ? { ...first, or: anyOf(next, ...rest) } : first;
}
