import type { CalendarCode, Calendars } from '../../domain/calendar/calendar';
import type { ServiceContext } from '../context';
import { affectedClocks } from './affected-clocks';
import type { CalendarEffect } from './calendar-schemas';

/** Counts the limits of open cases that come out otherwise with `calendars`. `dates` are those that changed. */
export async function effectOfChange(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  calendar: CalendarCode,
  dates: readonly string[],
  calendars: Calendars,
): Promise<Omit<CalendarEffect, 'warnings'>> {
  const cases = new Set<string>();
  let [limits, earlier, later] = [0, 0, 0];
  for await (const { clock, computed } of affectedClocks(prisma, { calendar, dates }, calendars)) {
    cases.add(clock.caseId);
    limits += 1;
    const before = clock.dueAt.toISOString();
    if (computed.dueAt < before) earlier += 1;
    if (computed.dueAt > before) later += 1;
  }
  return { cases: cases.size, limits, earlier, later };
}
