import type { Reply } from '../demo/samples';
import { later } from './shift';

export type OutgoingBranch = 'granted' | 'refused' | 'not-taken-over' | 'expired';

/** What a branch of the procedure makes of the sample's events. The dates are those of the sample's own calendar. */
export const outgoingBranches: Readonly<Record<OutgoingBranch, (sample: readonly Reply[]) => Reply[]>> = {
  granted: (sample) => [...sample],
  refused,
  'not-taken-over': notTakenOver,
  expired,
};

/** The Supreme Court finds an obstacle, which binds the Government (Sweden 1957:668 ss. 18-20). */
function refused(sample: readonly Reply[]): Reply[] {
  return [
    ...sample.slice(0, placeOf(sample, 'judgment')),
    { ...eventOf(sample, 'judgment'), outcome: 'obstacle' },
    { ...eventOf(sample, 'decision'), outcome: 'refused', conditions: [] },
    {
      at: '2026-06-05T11:00:00+03:00',
      event: 'refusal-follow-up',
      outcome: 'prosecution-there-proposed',
      reason: 'Invented: prosecution in the requested State is proposed',
    },
    { at: '2026-06-05T15:00:00+02:00', event: 'released-abroad', place: 'Malmö' },
  ];
}

/** Nobody comes for the person on the day agreed; a second date is agreed, with a notice and a month of its own. */
function notTakenOver(sample: readonly Reply[]): Reply[] {
  const missed = { ...eventOf(sample, 'surrendered'), event: 'not-taken-over' };
  const takenOver = later(sample.slice(placeOf(sample, 'surrendered')), 21).map(
    ({ daysInCustody, ...reply }) => ({
      ...reply,
      ...(daysInCustody === undefined ? {} : { daysInCustody: daysInCustody + 21 }),
    }),
  );
  return [
    ...sample.slice(0, placeOf(sample, 'surrendered')),
    missed,
    {
      at: '2026-06-25T10:00:00+03:00',
      event: 'not-taken-over-follow-up',
      outcome: 'new-date',
      reason: 'Invented: the escort missed its flight; a new date is agreed',
    },
    { at: '2026-06-26T09:00:00+02:00', event: 'notice-of-decision' },
    ...takenOver,
  ];
}

/** The file is six weeks late: the person is released (s. 23), and the case goes on without the arrest. */
function expired(sample: readonly Reply[]): Reply[] {
  const file = placeOf(sample, 'transmitted');
  const goesOn = later(sample.slice(file), 42).map(({ daysInCustody: _none, ...reply }) => reply);
  return [
    ...sample.slice(0, file),
    {
      at: '2026-04-11T10:00:00+03:00',
      event: 'release-expected',
      outcome: 'release-confirmed',
      reason: 'Invented: the requested State has confirmed that it releases the person today',
    },
    { at: '2026-04-11T12:00:00+02:00', event: 'released-abroad', place: 'Malmö' },
    ...goesOn,
  ];
}

function placeOf(sample: readonly Reply[], event: string): number {
  const place = sample.findIndex((reply) => reply.event === event);
  if (place < 0) throw new Error(`the sample holds no event ${event}`);
  return place;
}

function eventOf(sample: readonly Reply[], event: string): Reply {
  const found = sample[placeOf(sample, event)];
  if (!found) throw new Error(`the sample holds no event ${event}`);
  return found;
}
