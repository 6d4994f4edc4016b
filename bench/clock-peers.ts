import { addBusinessDays, addDays, formatISO, getISODay, parseISO } from 'date-fns';
import { DateTime } from 'luxon';
import type { WorkingCalendar } from '../domain/calendar/calendar';

/** The same questions as others would answer them: a last day as ISO date, or the instant at which a limit is over. */

/** The `count`-th working day after an ISO date, by a loop over date-fns, which knows neither zones nor holidays. */
export function workingDayByDateFns(date: string, count: number, calendar: WorkingCalendar): string {
  let day = parseISO(date);
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    if (isAtWork(formatISO(day, { representation: 'date' }), getISODay(day), calendar)) counted += 1;
  }
  return formatISO(day, { representation: 'date' });
}

/** The `count`-th day from Monday to Friday after an ISO date, as date-fns counts business days. */
export function businessDayByDateFns(date: string, count: number): string {
  return formatISO(addBusinessDays(parseISO(date), count), { representation: 'date' });
}

/** When a number of working days after an instant is over in `zone`, by a loop over luxon. */
export function workingDaysByLuxon(
  trigger: string,
  count: number,
  zone: string,
  calendar: WorkingCalendar,
): string {
  let day = DateTime.fromISO(trigger, { zone }).startOf('day');
  for (let counted = 0; counted < count; ) {
    day = day.plus({ days: 1 });
    if (isAtWork(day.toISODate() ?? '', day.weekday, calendar)) counted += 1;
  }
  return instant(day.plus({ days: 1 }));
}

/** When a number of days after an instant is over in `zone`, by luxon. */
export function daysByLuxon(trigger: string, count: number, zone: string): string {
  return instant(
    DateTime.fromISO(trigger, { zone })
      .startOf('day')
      .plus({ days: count + 1 }),
  );
}

/** When a number of hours after an instant is over, by luxon. */
export function hoursByLuxon(trigger: string, count: number, zone: string): string {
  return instant(DateTime.fromISO(trigger, { zone }).plus({ hours: count }));
}

function isAtWork(date: string, weekday: number, { weekend, days }: WorkingCalendar): boolean {
  const deviation = days.get(date);
  return deviation === undefined ? !weekend.includes(weekday) : deviation.kind === 'working-day';
}

function instant(at: DateTime): string {
  return at.toUTC().toISO() ?? '';
}
