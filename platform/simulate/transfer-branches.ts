import type { Direction, TransferEvent } from '../demo/transfer-case';
import {
  arrested,
  courtOf,
  detained,
  hoursAfter,
  madeReady,
  placeOf,
  presented,
  requestSent,
  requestTaken,
  signed,
} from '../demo/transfer-script';

export type TransferBranch =
  | 'handed-over'
  | 'stopped'
  | 'bail'
  | 'renewed-late'
  | 'returned'
  | 'cancelled'
  | 'differing-lists';

/** What happens in a branch, for either direction. The dates are those of the sample's own calendar. */
export const transferBranches: Readonly<Record<TransferBranch, (way: Direction) => TransferEvent[]>> = {
  'handed-over': (way) => [
    ...heldBy(way, arrestAt),
    ...handedOver(),
    ...presented(handoverAt, courtOf(way.to)),
  ],
  stopped,
  bail,
  'renewed-late': renewedLate,
  returned,
  cancelled,
  'differing-lists': differingLists,
};

const requestAt = '2026-03-22T09:00:00+03:00';
const answerAt = '2026-03-23T09:00:00+03:00';
const arrestAt = '2026-03-23T21:10:00+03:00';
const handoverAt = '2026-03-25T12:00:00+03:00';

/** Until the person is held by a judge's order, with both sides' approvals. */
function heldBy(way: Direction, at: string): TransferEvent[] {
  return [
    { at: requestAt, step: 'cross-check' },
    ...requestSent(way, hoursAfter(requestAt, 1)),
    ...requestTaken(way, answerAt),
    ...arrested(way, at),
    ...detained(way, at),
  ];
}

function handedOver(at = handoverAt): TransferEvent[] {
  return [...madeReady(at), ...signed(at)];
}

/** The cross-check finds that the person was judged for the act (Iraq, Constitution art. 19(5)). */
function stopped(): TransferEvent[] {
  return [
    { at: requestAt, step: 'cross-check' },
    {
      at: hoursAfter(requestAt, 2),
      step: 'person-checks',
      outcome: 'stop',
      reason: 'Already judged for the same act: nobody is tried twice',
    },
  ];
}

/** A judge releases the person on bail; a week later he is arrested again, with hours and orders of their own. */
function bail(way: Direction): TransferEvent[] {
  const again = hoursAfter(arrestAt, 8 * 24);
  const handover = hoursAfter(handoverAt, 8 * 24);
  return [
    ...heldBy(way, arrestAt),
    {
      at: hoursAfter(arrestAt, 24),
      step: 'release',
      outcome: 'released-on-bail',
      details: { place: placeOf(way.from) },
    },
    ...arrested(way, again),
    ...detained(way, again),
    ...handedOver(handover),
    ...presented(handover, courtOf(way.to)),
  ];
}

/** Nobody renews the order before its 15 days are over (Iraq, CPC art. 109). */
function renewedLate(way: Direction): TransferEvent[] {
  const court = courtOf(way.from);
  const renewedAt = hoursAfter(arrestAt, 17 * 24);
  const handover = hoursAfter(handoverAt, 18 * 24);
  return [
    ...heldBy(way, arrestAt),
    {
      at: renewedAt,
      step: 'detention-order-ended',
      outcome: 'renewed-late',
      reason: 'Invented: the order was renewed a day after it had ended',
    },
    {
      at: hoursAfter(renewedAt, 1),
      step: 'detention-order',
      outcome: 'ordered',
      details: { court, orderNumber: 'SAMPLE-DETENTION-2' },
    },
    ...handedOver(handover),
    ...presented(handover, courtOf(way.to)),
  ];
}

/** The court finds that somebody else was handed over; he is brought back and goes free. */
function returned(way: Direction): TransferEvent[] {
  const backAt = hoursAfter(handoverAt, 24);
  return [
    ...heldBy(way, arrestAt),
    ...handedOver(),
    {
      at: hoursAfter(handoverAt, 5),
      step: 'presentation',
      outcome: 'wrong-person',
      details: { court: courtOf(way.to) },
    },
    {
      at: hoursAfter(handoverAt, 6),
      step: 'return-decision',
      outcome: 'returned',
      reason: 'Invented: a namesake; he wishes to go home',
    },
    ...signed(backAt, ['return-given', 'return-taken']),
    {
      at: hoursAfter(backAt, 2),
      step: 'release-after-return',
      outcome: 'released',
      details: { place: placeOf(way.from) },
    },
  ];
}

/** The court takes the warrant back while the person is held for it. */
function cancelled(way: Direction): TransferEvent[] {
  return [
    ...heldBy(way, arrestAt),
    {
      at: hoursAfter(arrestAt, 40),
      step: 'warrant-cancellation',
      outcome: 'cancelled',
      details: { court: courtOf(way.to) },
    },
    {
      at: hoursAfter(arrestAt, 43),
      step: 'release',
      outcome: 'released',
      details: { place: placeOf(way.from) },
    },
  ];
}

/** The side that takes over misses a thing of the list; the manager lets both sign again. */
function differingLists(way: Direction): TransferEvent[] {
  const agreedAt = hoursAfter(handoverAt, 2);
  return [
    ...heldBy(way, arrestAt),
    ...madeReady(handoverAt),
    ...signed(handoverAt, ['handover-given', 'handover-taken'], { belongings: ['one wrist watch'] }),
    {
      at: hoursAfter(handoverAt, 1),
      step: 'handover-difference',
      outcome: 'signed-anew',
      reason: 'Invented: the telephone was in the other bag',
    },
    ...signed(agreedAt),
    ...presented(agreedAt, courtOf(way.to)),
  ];
}
