import type { ImportCase } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { type PastItem, timeOf } from '../../domain/case/past';
import { Refusal } from '../../domain/case/refusal';
import { advance } from '../engine/advance';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { openCase } from './open-case';
import { takePastItem } from './past-item';
import { timeReached } from './time-reached';

/**
 * Opens a case that ran before it came here: what happened goes its way through the procedure item by item, as if it
 * had been recorded when it happened, so that position and limits come out of the procedure itself. What does not fit
 * refuses the whole case and names the item.
 *
 * @throws Refusal with `item`, the index in the past, where one is to blame
 */
export function importCase(draft: Draft, procedure: Procedure, command: ImportCase): Authority {
  openCase(draft, procedure, command);
  const { source, officerId, reference: note } = command;
  draft.add({ type: 'caseImported', source, officerId, note });
  advance(draft, procedure);
  const steps: Cause[] = [];
  let reached = '';
  for (const [index, item] of command.past.entries()) {
    const at = timeOf(item);
    reached = at > reached ? at : reached;
    namingItem(index, () => takeItem(draft, procedure, officerId, item, { reached, earlier: steps }));
    steps.push({ step: item.step, at, seq: draft.state.seq });
  }
  passTime(draft, procedure, draft.now);
  return ofOwner('manager');
}

/** An item that has been taken, and the last event that it caused. */
interface Cause {
  readonly step: string;
  readonly at: string;
  readonly seq: number;
}

interface Moment {
  /** How far time has come, ISO 8601 in UTC. */
  readonly reached: string;
  readonly earlier: readonly Cause[];
}

function takeItem(
  draft: Draft,
  procedure: Procedure,
  officerId: string,
  item: PastItem,
  { reached, earlier }: Moment,
): void {
  const occurredAt = timeOf(item);
  if (occurredAt > draft.now) throw new Refusal('in-the-future', { occurredAt, now: draft.now });
  passTime(draft, procedure, reached);
  if (item.kind === 'sign-off') refuseBeforeItsOpening(draft, item, earlier);
  takePastItem(draft, procedure, officerId, item);
  advance(draft, procedure);
  const { outcome } = draft.state;
  if (outcome !== null) throw new Refusal('already-over', { outcome });
}

/**
 * Limits that were over by then have passed, and open what is to be done about them. They were recorded late, all of
 * them: nobody is warned.
 */
function passTime(draft: Draft, procedure: Procedure, asOf: string): void {
  for (;;) {
    const before = draft.events.length;
    timeReached(draft, { asOf });
    if (draft.events.length === before) return;
    advance(draft, procedure);
  }
}

/** Nobody signed at a step before what came in front of it had happened. */
function refuseBeforeItsOpening(
  draft: Draft,
  { step, decidedAt }: Extract<PastItem, { kind: 'sign-off' }>,
  earlier: readonly Cause[],
): void {
  const open = Object.values(draft.state.steps).find(
    (candidate) => candidate.step === step && candidate.outcome === null,
  );
  // A limit that passed opens its step between two items: only the limit came in front of it.
  const cause =
    open?.kind === 'expiry' ? undefined : earlier.find(({ seq }) => seq >= (open?.openedSeq ?? 0));
  if (open && cause && decidedAt < cause.at) {
    throw new Refusal('before-its-cause', {
      occurredAt: decidedAt,
      cause: cause.step,
      causeOccurredAt: cause.at,
    });
  }
}

function namingItem(item: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, { ...error.params, item });
  }
}
