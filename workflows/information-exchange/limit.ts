import { askingSideRule } from '../../domain/law/catalogue/house-rules';
import { clock } from '../blocks/clock';
import type { RecordedFact } from '../engine/run';
import type { Run } from './run';

const rule = askingSideRule;

/** When the request was received, as far as the limit depends on it, and the key of the step that says so. */
export type Received = Pick<RecordedFact, 'key' | 'occurredAt' | 'zone'>;

/** The limit for the answer as it stands. */
export interface AnswerLimit {
  readonly key: string;
  /** Passed, and the manager of the asked side has said why, or that the answer is still missing. */
  readonly isAnsweredFor: boolean;
}

/**
 * Runs the limit that the asking side has set, from the receipt on; from the last extension that was granted it is
 * over with the day that was named instead. When it passes, the manager of the asked side says why.
 */
export function answerLimit(run: Run, received: Received, extendedTo: string | null): AnswerLimit {
  const { inquiry } = run.state.content;
  const set = extendedTo === null ? { within: inquiry?.answerWithin } : {};
  const key = keyOf(received);
  const limit = { key, isAnsweredFor: run.isClosed('answer-overdue') };
  // Answered or explained it has nothing more to say, however long the receipts are waited for.
  if (run.state.clocks[key]?.settled) return limit;
  clock(run, {
    rule,
    from: { ...received, visit: 1, outcome: 'received', codes: [], limitDate: extendedTo },
    keptBy: null,
    ...set,
    owner: run.state.parties ? 'counterpart' : 'agency',
    whenPassed: 'answer-overdue',
  }).next();
  return limit;
}

/** Between the sides the receipt is no fact: its moment is remembered by the limit that it started. */
export function momentOfReceipt(run: Run): Received {
  const key = 'receipt#1';
  const occurredAt = run.state.clocks[keyOf({ key })]?.start.trigger ?? run.now;
  return { key, occurredAt, zone: 'Asia/Baghdad' };
}

function keyOf({ key }: Pick<Received, 'key'>): string {
  return `${rule}:${key}`;
}
