import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../../calendar/calendar';
import { addWorkingDays } from '../../calendar/working-days';
import type { Period } from '../rule-record';
import { ClockInputError } from './errors';
import { refuseYear } from './zone-time';

/** How days are counted: whether the first is one of them, and whose working days they are; null where none is known. */
export interface Count {
  readonly includeFirstDay: boolean;
  readonly calendar: WorkingCalendar | null;
  readonly zone: string;
}

/**
 * The last day of a period of days or longer that runs from `firstDay`. Weeks, months and years end on the
 * corresponding day, or on the last day of a month that has no such day.
 * @throws ClockInputError `calendar-missing` when working days are to be counted without a calendar; `bad-period`,
 * `year-out-of-range`
 */
export function lastDayOf(period: Period, firstDay: Temporal.PlainDate, count: Count): Temporal.PlainDate {
  const { amount, unit } = checked(period);
  switch (unit) {
    case 'hour':
      throw new ClockInputError('bad-period', 'hours have no last day');
    case 'working-day': {
      if (count.calendar === null) throw new ClockInputError('calendar-missing', count.zone);
      const before = count.includeFirstDay ? firstDay.subtract({ days: 1 }) : firstDay;
      return addWorkingDays(before, amount, count.calendar);
    }
    case 'day':
      return lastDayAfter({ days: amount }, firstDay, count);
    case 'week':
      return lastDayAfter({ weeks: amount }, firstDay, count);
    case 'month':
      return lastDayAfter({ months: amount }, firstDay, count);
    case 'year':
      return lastDayAfter({ years: amount }, firstDay, count);
  }
}

/** The last day of a span that runs from `firstDay`. */
export function lastDayAfter(
  span: Temporal.DurationLike,
  firstDay: Temporal.PlainDate,
  { includeFirstDay }: Pick<Count, 'includeFirstDay'>,
): Temporal.PlainDate {
  const corresponding = firstDay.add(span);
  const last = includeFirstDay ? corresponding.subtract({ days: 1 }) : corresponding;
  refuseYear(last.year, `${last.year}`);
  return last;
}

/** @throws ClockInputError `bad-period` */
export function checked(period: Period): Period {
  const { amount, unit } = period;
  if (!Number.isInteger(amount) || amount < 1 || amount > 10_000)
    throw new ClockInputError('bad-period', `${amount} ${unit}`);
  return period;
}
