/** Chance that is the same in every run: mulberry32 over a seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True in `part` of all cases. */
  is(part: number): boolean {
    return this.next() < part;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to choose from');
    return item;
  }

  /** The first far more often than the last, as names are. */
  frequent<T>(items: readonly T[]): T {
    const item = items[Math.floor(items.length * this.next() ** 1.8)];
    if (item === undefined) throw new Error('there is nothing to choose from');
    return item;
  }
}
