import type { Reply } from '../demo/samples';
import { before, eventOf } from './sample-events';

/** The Supreme Court finds an obstacle, which binds the Government (Sweden 1957:668 ss. 18-20). */
function toRefusal(sample: readonly Reply[]): Reply[] {
  return [
    ...before(sample, 'judgment'),
    { ...eventOf(sample, 'judgment'), outcome: 'obstacle' },
    { ...eventOf(sample, 'decision'), outcome: 'refused', conditions: ['ne-bis-in-idem'] },
  ];
}

const releasedAbroad = { at: '2026-06-05T15:00:00+02:00', event: 'released-abroad', place: 'Malmö' };

/** Nothing more is done. */
export function refused(sample: readonly Reply[]): Reply[] {
  return [
    ...toRefusal(sample),
    {
      at: '2026-06-05T11:00:00+03:00',
      event: 'refusal-follow-up',
      outcome: 'no-further-action',
      reason: 'Invented: the person was judged for the same act there',
    },
    releasedAbroad,
  ];
}

/** Prosecution there is proposed (UNTOC art. 16(10)), taken up, and what comes of it is reported. */
export function prosecutedThere(sample: readonly Reply[]): Reply[] {
  return [
    ...toRefusal(sample),
    {
      at: '2026-06-05T11:00:00+03:00',
      event: 'refusal-follow-up',
      outcome: 'prosecution-there-proposed',
      reason: 'Invented: prosecution in the requested State is proposed',
    },
    { ...releasedAbroad, outcome: 'held-on-other-grounds' },
    { at: '2026-07-01T10:00:00+02:00', event: 'prosecution-there', outcome: 'taken-up', by: 'Prosecutor' },
    {
      at: '2026-12-01T10:00:00+03:00',
      event: 'prosecution-watch',
      outcome: 'convicted',
      reason: 'Invented: the requested State has reported a conviction',
    },
  ];
}
