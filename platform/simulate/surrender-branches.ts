import type { Reply } from '../demo/samples';
import { before, eventOf, from } from './sample-events';
import { later } from './shift';

/** The rest of the sample from the surrender on, some days later. */
function surrendered(sample: readonly Reply[], days: number): Reply[] {
  return later(from(sample, 'surrendered'), days).map(({ daysInCustody: _none, ...reply }) => reply);
}

/** Nobody comes for the person on the day; a second date is agreed, within the month from the notice. */
export function notTakenOver(sample: readonly Reply[]): Reply[] {
  return failed(sample, 'not-taken-over', 'Invented: the escort missed its flight; a new date is agreed');
}

/** The journey is beyond everybody's control on the day (ECE 18(5) is comparison only: the month runs on). */
export function forceMajeure(sample: readonly Reply[]): Reply[] {
  return failed(sample, 'force-majeure', 'Invented: the airspace was closed; a new date is agreed');
}

function failed(sample: readonly Reply[], outcome: string, reason: string): Reply[] {
  return [
    ...before(sample, 'surrendered'),
    { ...eventOf(sample, 'surrendered'), event: 'surrender-failed', outcome },
    { at: '2026-06-25T10:00:00+03:00', event: 'not-taken-over-follow-up', outcome: 'new-date', reason },
    { at: '2026-06-26T09:00:00+02:00', event: 'surrender-date', agreedFor: '2026-07-03' },
    ...surrendered(sample, 10),
  ];
}

/** Postponed for proceedings there; the person is lent and returned, and one State of transit refuses. */
export function postponed(sample: readonly Reply[]): Reply[] {
  const lent = later([eventOf(sample, 'arrived'), eventOf(sample, 'before-judge')], 7);
  return [
    ...before(sample, 'notice-of-decision'),
    { at: '2026-06-05T09:00:00+02:00', event: 'notice-of-decision', outcome: 'postponed' },
    {
      at: '2026-06-30T08:00:00+02:00',
      event: 'temporary-surrender',
      place: 'Arlanda',
      agreedFor: '2026-08-31',
    },
    ...lent.map(({ event, ...reply }) => ({ ...reply, event: `${event}-for-a-time` })),
    { at: '2026-08-25T10:00:00+02:00', event: 'temporary-return', place: 'Arlanda' },
    { at: '2026-10-01T09:00:00+02:00', event: 'notice-of-decision', conditions: ['TR'] },
    { at: '2026-10-03T09:00:00+02:00', event: 'transit-consent', outcome: 'refused', conditions: ['TR'] },
    { at: '2026-10-04T09:00:00+02:00', event: 'escort-order', conditions: ['JO'] },
    { at: '2026-10-06T09:00:00+02:00', event: 'transit-consent', outcome: 'given', conditions: ['JO'] },
    ...surrendered(sample, 110),
  ];
}

/** The file is six weeks late: the person is released (s. 23), and the case goes on without the arrest. */
export function expired(sample: readonly Reply[]): Reply[] {
  return [
    ...before(sample, 'transmitted'),
    {
      at: '2026-04-11T10:00:00+03:00',
      event: 'release-expected',
      outcome: 'release-confirmed',
      reason: 'Invented: the requested State has confirmed that it releases the person today',
    },
    { at: '2026-04-11T12:00:00+02:00', event: 'released-abroad', place: 'Malmö' },
    ...later(from(sample, 'transmitted'), 42).map(({ daysInCustody: _none, ...reply }) => reply),
  ];
}

/** The person consents: no judgment is needed, and the decision comes three weeks earlier (Sweden 1957:668 s. 17). */
export function consent(sample: readonly Reply[]): Reply[] {
  return [
    ...before(sample, 'judgment'),
    { at: '2026-04-20T10:00:00+02:00', event: 'consent', outcome: 'consented', by: 'District court' },
    ...later(from(sample, 'decision'), -21).map(({ daysInCustody: _none, ...reply }) => reply),
  ];
}
