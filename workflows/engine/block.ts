/**
 * A part of a procedure. It either returns its outcome, or yields once to say that it waits; a waiting block is
 * never resumed: after the next command the procedure runs again from its top, and the block then knows more.
 * Generators instead of promises because a run must end within one turn, with what it opened still to be written.
 */
export type Block<T> = Generator<'waiting', T, void>;

/** Waits: the rest of the sequence is not reached in this run. */
export function* waiting(): Block<never> {
  yield 'waiting';
  throw new Error('a waiting block is never resumed');
}

type Outcomes<B extends readonly Block<unknown>[]> = {
  [K in keyof B]: B[K] extends Block<infer T> ? T : never;
};

/** Runs blocks side by side and returns when all have an outcome. */
export function* all<const B extends readonly Block<unknown>[]>(...blocks: B): Block<Outcomes<B>> {
  const steps = blocks.map((block) => block.next());
  if (!steps.every((step) => step.done)) return yield* waiting();
  return steps.map((step) => step.value) as Outcomes<B>;
}

/**
 * Runs `main`, and beside it `side` blocks for as long as `main` has no outcome. What a side has left open then is
 * no longer part of the procedure and is withdrawn.
 */
export function* alongside<T>(main: Block<T>, ...side: readonly Block<unknown>[]): Block<T> {
  const step = main.next();
  if (step.done) return step.value;
  for (const block of side) block.next();
  return yield* waiting();
}

/** The part of a run by which blocks go through what is over; see engine/run. */
interface Recalling {
  recall<T>(part: Block<T>): IteratorResult<'waiting', T>;
  probe<T>(part: Block<T>): IteratorResult<'waiting', T>;
}

/**
 * Runs `main`, and beside it what belongs to it, round for round: when `main` has its outcome the sides of this round
 * are withdrawn, and their visits count, so that a later round opens the same steps anew.
 */
export function* during<T>(
  run: Recalling,
  main: Block<T>,
  ...side: readonly (() => Block<unknown>)[]
): Block<T> {
  const step = main.next();
  for (const block of side) {
    if (step.done) run.recall(block());
    else block().next();
  }
  return step.done ? step.value : yield* waiting();
}

/** Runs two blocks of which one ends the other. What the other had open is withdrawn. `main` wins where both have ended. */
export function* first<T, U>(run: Recalling, main: () => Block<T>, other: () => Block<U>): Block<T | U> {
  const isOver = run.probe(main()).done;
  if (!isOver && run.probe(other()).done) {
    run.recall(main());
    return yield* other();
  }
  if (!isOver) {
    all(main(), other()).next();
    return yield* waiting();
  }
  const outcome = yield* main();
  run.recall(other());
  return outcome;
}
