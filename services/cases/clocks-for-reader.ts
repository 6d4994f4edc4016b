import type { z } from 'zod';
import type { Clock } from '../../prisma/generated/client';
import { type clockSchema, clockView } from './clock-view';
import type { CaseReading } from './read-as';

/**
 * The clocks of a case that its reader is shown: the legal limits of both sides, because the person's liberty depends
 * on them, and the service levels of his own.
 */
export function clockViews(
  { eyes, log, isSealedHour }: CaseReading,
  clocks: readonly Clock[],
): z.infer<typeof clockSchema>[] {
  const agencyOf = ({ stepKey, agencyCode }: Clock) =>
    agencyCode ?? (stepKey === null ? null : log.stepOf(stepKey));
  return clocks
    .filter((clock) => clock.class !== 'D' || eyes(agencyOf(clock)) === 'own')
    .map((clock) => {
      const view = clockView(clock, agencyOf(clock));
      return view.metAt !== null && isSealedHour(view.metAt) ? { ...view, metAt: null } : view;
    });
}
