/** Figures of one measurement. Times in ms. */
export interface Figures {
  readonly decisions: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** One unit of work: does several decisions and tells how long each took, in ms. */
export type Work = (timed: <T>(decision: () => Promise<T>) => Promise<T>) => Promise<void>;

/** Runs `rounds` units of work by `clients` at once and times each decision in them. */
export async function measure(clients: number, rounds: number, work: Work): Promise<Figures> {
  const timesMs: number[] = [];
  const timed = async <T>(decision: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await decision();
    timesMs.push(performance.now() - began);
    return result;
  };
  let left = rounds;
  const began = performance.now();
  const client = async () => {
    while (left-- > 0) await work(timed);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1_000;
  timesMs.sort((a, b) => a - b);
  const quantile = (part: number) => timesMs[Math.floor(timesMs.length * part)] ?? Number.NaN;
  return {
    decisions: timesMs.length,
    perSecond: timesMs.length / seconds,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
  };
}
