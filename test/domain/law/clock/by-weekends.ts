import { weekendsOnly } from '../../../../domain/calendar/weekends-only';
import type { ClockInput, ComputedClock } from '../../../../domain/law/clock/clock-terms';
import { computeClock } from '../../../../domain/law/clock/compute-clock';

/** A clock by calendars that know weekends and no holiday. */
export function clockByWeekends(input: ClockInput): ComputedClock {
  return computeClock(input, weekendsOnly);
}
