import canonicalize from 'canonicalize';

/** A field in which two forms of an entry differ. */
export interface Difference {
  readonly field: string;
  readonly yours: unknown;
  readonly present: unknown;
}

/** In which fields what somebody sends differs from what there is, in the order of `yours`. */
export function differences(yours: object, present: object): Difference[] {
  const there = new Map(Object.entries(present));
  return Object.entries(yours)
    .map(([field, value]) => ({ field, yours: value, present: there.get(field) }))
    .filter((pair) => canonicalize(pair.yours) !== canonicalize(pair.present));
}
