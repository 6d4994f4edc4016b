import { partSimilarity } from './part-similarity';

/** Where two parts of a name are taken for the same, and where they are others. */
export const samePart = 0.9;
const otherPart = 0.72;

/** Sets what is nearly the same apart from what merely resembles it. */
const sharpness = 1.5;
const orderCost = 0.1;
const partMissingCost = 0.03;
const worstPartCost = 0.2;
/** Where one writes the grandfather's name last and the other the family's, they agree in all but the last part. */
const lastPartCost = 0.16;
/** What a name of one part, or of two, proves beside one of three. */
const weightOfParts: readonly number[] = [0, 0.7, 0.96];

/** How alike two names are; `score` 0 to 1. */
export interface NameComparison {
  readonly score: number;
  /** Parts that both names have, by sound. */
  readonly shared: number;
  /** Parts of the longer name. */
  readonly parts: number;
  /** Likeness of the part that agrees least, of those set against each other. */
  readonly least: number;
  /** The parts agree better in another order. */
  readonly reordered: boolean;
}

/**
 * Compares two names by the sounds of their parts. Parts may stand in another order, and the longer name may have parts
 * that the shorter leaves out; a part that is another name weighs more than its share, because brothers have all others
 * in common. Symmetric.
 */
export function compareNames(one: readonly string[], other: readonly string[]): NameComparison {
  const whole = compareParts(one, other);
  if (one.length < 3 || other.length < 3) return whole;
  const first = compareParts(one.slice(0, -1), other.slice(0, -1));
  const score = rounded(Math.max(0, first.score - lastPartCost));
  return score > whole.score ? { ...whole, score, least: first.least, reordered: first.reordered } : whole;
}

function compareParts(one: readonly string[], other: readonly string[]): NameComparison {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const count = short.length;
  if (count === 0) return { score: 0, shared: 0, parts: long.length, least: 0, reordered: false };
  const likeness = short.map((part) => long.map((against) => partSimilarity(part, against) ** sharpness));
  const inOrder = bestPairing(likeness, true);
  const anyOrder = bestPairing(likeness, false);
  const reordered = anyOrder.sum - orderCost * count > inOrder.sum;
  const { sum, least } = reordered ? anyOrder : inOrder;
  const mean = sum / count - (reordered ? orderCost : 0);
  const costs = worstPartCost * (1 - least) + partMissingCost * (long.length - count);
  const score = Math.max(0, mean - costs) * (weightOfParts[count] ?? 1);
  const shared = likeness.filter((row) => Math.max(...row) >= samePart ** sharpness).length;
  return {
    score: rounded(score),
    shared,
    parts: long.length,
    least: rounded(least ** (1 / sharpness)),
    reordered,
  };
}

/** Whether the part that agrees least is another name. */
export function hasOtherPart({ least }: NameComparison): boolean {
  return least < otherPart;
}

interface Pairing {
  readonly sum: number;
  readonly least: number;
}

const nothing: Pairing = { sum: 0, least: 1 };

/** Gives every row a column of its own so that the sum is greatest; there are at most six of each. */
function bestPairing(likeness: readonly (readonly number[])[], inOrder: boolean): Pairing {
  const columns = likeness[0]?.length ?? 0;
  let best = new Map<number, Pairing>([[0, nothing]]);
  for (const row of likeness) {
    const next = new Map<number, Pairing>();
    for (const [taken, pairing] of best) {
      const first = inOrder ? 32 - Math.clz32(taken) : 0;
      for (let column = first; column < columns; column += 1) {
        if (!(taken & (1 << column))) keepBetter(next, taken | (1 << column), pairing, row[column] ?? 0);
      }
    }
    best = next;
  }
  return [...best.values()].reduce(better, { sum: -1, least: 0 });
}

function keepBetter(
  found: Map<number, Pairing>,
  taken: number,
  { sum, least }: Pairing,
  value: number,
): void {
  const pairing = { sum: sum + value, least: Math.min(least, value) };
  const known = found.get(taken);
  found.set(taken, known ? better(known, pairing) : pairing);
}

/** The greater sum; of equal ones, whatever the order in which they were added up, the one that fails nowhere badly. */
function better(one: Pairing, other: Pairing): Pairing {
  if (Math.abs(one.sum - other.sum) > 1e-9) return one.sum > other.sum ? one : other;
  return one.least >= other.least ? one : other;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
