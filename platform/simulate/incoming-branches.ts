import type { IncomingEvent } from '../demo/incoming-case';
import {
  arrested,
  beforeTheCourt,
  detained,
  freed,
  granted,
  nationalityGate,
  refusalTold,
  surrendered,
} from '../demo/incoming-script';
import { hoursAfter } from '../demo/transfer-script';

export type IncomingBranch =
  | 'surrendered'
  | 'nationality'
  | 'refused-by-court'
  | 'not-taken-over'
  | 'withdrawn'
  | 'concurrent';

const receivedAt = '2026-04-07T11:20:00+03:00';
const arrestAt = '2026-04-09T09:00:00+03:00';
const courtAt = hoursAfter(receivedAt, 264);
const day = 24;

/** What happens in a branch. The dates are those of the sample's own calendar. */
export const incomingBranches: Readonly<Record<IncomingBranch, () => IncomingEvent[]>> = {
  surrendered: () => inOrder([...ready(), ...surrendered(hoursAfter(courtAt, 10 * day), 19)]),
  nationality: () => nationalityGate(receivedAt),
  'refused-by-court': () =>
    inOrder([
      ...beforeTheCourt(receivedAt, 'refused'),
      ...arrested(arrestAt),
      freed(courtAt),
      ...refusalTold(courtAt, 'territoriality'),
    ]),
  'not-taken-over': notTakenOver,
  withdrawn,
  concurrent,
};

/** Accepted, signed and notified, with the person in custody. */
function ready(): IncomingEvent[] {
  return [
    ...beforeTheCourt(receivedAt, 'accepted'),
    ...arrested(arrestAt),
    ...granted(courtAt),
    detained(hoursAfter(arrestAt, 14 * day), 2),
  ];
}

/** Nobody comes for the person within two months (Iraq, CPC art. 367), however long they are; the orders are renewed until then. */
function notTakenOver(): IncomingEvent[] {
  const limit = hoursAfter(courtAt, 50 + 64 * day);
  const orders = [28, 42, 56, 70].map((days, index) => detained(hoursAfter(arrestAt, days * day), index + 3));
  return inOrder([
    ...ready(),
    ...orders,
    {
      at: limit,
      step: 'readiness-limit-passed',
      outcome: 'release-ordered',
      reason: 'Invented: no escort has come',
    },
    freed(limit),
  ]);
}

/** The requesting State takes its request back while the court hears the person. */
function withdrawn(): IncomingEvent[] {
  const at = hoursAfter(receivedAt, 6 * day);
  const heard = beforeTheCourt(receivedAt, 'accepted').filter((event) => event.at < at);
  return inOrder([
    ...heard,
    ...arrested(arrestAt),
    { at, step: 'withdrawal', outcome: 'withdrawn' },
    freed(at),
  ]);
}

/** Another State asks for the same person and comes first; in the end it does not want him, and this one is resumed. */
function concurrent(): IncomingEvent[] {
  const later = (event: IncomingEvent) => ({ ...event, at: hoursAfter(event.at, 20 * day) });
  const [receipt, ...rest] = beforeTheCourt(receivedAt, 'refused');
  if (!receipt) throw new Error('nothing was received');
  return inOrder([
    receipt,
    {
      at: hoursAfter(receivedAt, 4),
      step: 'concurrence-ranking',
      outcome: 'another-request-first',
      reason: 'Invented: the act has harmed the other State (CPC art. 365)',
    },
    {
      at: hoursAfter(receivedAt, 19 * day),
      step: 'other-request-outcome',
      outcome: 'resumed',
      reason: 'Invented: the other State has withdrawn its request',
    },
    ...rest.map(later),
    ...refusalTold(hoursAfter(courtAt, 20 * day), 'territoriality'),
  ]);
}

function inOrder(events: readonly IncomingEvent[]): IncomingEvent[] {
  return [...events].sort((a, b) => (a.at < b.at ? -1 : 1));
}
