import type { Protocol } from '../../domain/procedures/suspect-transfer/facts';

/** A signed protocol with the hour under which it was signed, ISO 8601 in UTC. */
export interface SignedProtocol extends Protocol {
  readonly hour: string;
}

/** The parts of a protocol that both sides must have signed alike, in the order in which they are read. */
export const comparedParts = ['hour', 'place', 'documents', 'belongings', 'health'] as const;

/** One part, as each side signed it; of lists what stands in one of them alone. */
export interface PartComparison {
  readonly part: (typeof comparedParts)[number];
  readonly differs: boolean;
  readonly given: string | readonly string[];
  readonly taken: string | readonly string[];
  readonly onlyGiven: readonly string[];
  readonly onlyTaken: readonly string[];
}

/** Compares two signed protocols part by part. The order of a list is no difference, how often a thing stands in it is. */
export function compareProtocols(given: SignedProtocol, taken: SignedProtocol): PartComparison[] {
  return comparedParts.map((part) => {
    const [one, other] = [given[part], taken[part]];
    const onlyGiven = missingIn(listOf(other), listOf(one));
    const onlyTaken = missingIn(listOf(one), listOf(other));
    const differs = onlyGiven.length + onlyTaken.length > 0;
    return { part, differs, given: one, taken: other, onlyGiven, onlyTaken };
  });
}

function listOf(said: string | readonly string[]): readonly string[] {
  return typeof said === 'string' ? [said] : said;
}

/** What `list` holds beyond `other`, one by one. */
function missingIn(other: readonly string[], list: readonly string[]): string[] {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
