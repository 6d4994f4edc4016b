import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { ClockStart, Run } from '../engine/run';

/** A legal limit, and the step that opens when it has passed without the fact that keeps it. */
export interface LegalLimit<S extends StepTable> extends ClockStart {
  /** Null where nobody has to say what became of it: it stays among what is overdue. */
  readonly whenPassed: (keyof S & string) | null;
}

/** Answers to a passed limit that leave it passed: it stays among what is overdue. */
const unresolved: readonly string[] = ['still-held', 'still-missing'];

/**
 * Runs a legal limit from a fact. When it passes, a person is told and says what the holder of the custody did; the
 * status of the person never changes by itself. A fact recorded later that lies within the limit takes that back.
 */
export function* clock<S extends StepTable>(run: Run<S>, limit: LegalLimit<S>): Block<'kept' | 'passed'> {
  const key = run.clock(limit);
  const status = run.state.clocks[key]?.status;
  if (status === 'met') return 'kept';
  if (status !== 'expired' || limit.whenPassed === null) return yield* waiting();
  const { outcome } = run.enterVisit(limit.whenPassed, limit.from.visit).remembered;
  if (outcome === null) return yield* waiting();
  if (!unresolved.includes(outcome)) run.settleClock(key);
  return 'passed';
}
