import type { z } from 'zod';
import { currentCalendars } from '../../activities/register/calendars';
import { type CalendarCode, calendarCodes } from '../../domain/calendar/calendar';
import type { ServiceContext } from '../context';
import type { calendarDaySchema, calendarSchema } from './calendar-schemas';

type CalendarView = z.infer<typeof calendarSchema>;

/** The days of a calendar in one year, or in all years that are known, in the order of their dates. */
export async function getCalendar(
  { prisma }: ServiceContext,
  code: CalendarCode,
  year: number | undefined,
): Promise<CalendarView> {
  const { revision, calendars } = await currentCalendars(prisma, prisma);
  const rows = await prisma.calendarDay.findMany({
    where: {
      calendar: code,
      removedRevision: 0,
      ...(year === undefined ? {} : { date: { startsWith: `${year}-` } }),
    },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
  });
  const { knownYears } = calendars(code, null);
  return { calendar: code, knownYears, revision, days: rows.map(dayOf) };
}

/** Every calendar without its days. */
export async function listCalendars({ prisma }: ServiceContext): Promise<Omit<CalendarView, 'days'>[]> {
  const { revision, calendars } = await currentCalendars(prisma, prisma);
  return calendarCodes.map((code) => ({
    calendar: code,
    knownYears: calendars(code, null).knownYears,
    revision,
  }));
}

type DayView = z.infer<typeof calendarDaySchema>;

function dayOf(row: Omit<DayView, 'kind' | 'standing'> & { kind: string; standing: string }): DayView {
  const { date, occasion, province, source, verified } = row;
  const kind = row.kind as DayView['kind'];
  return { date, kind, occasion, province, standing: row.standing as DayView['standing'], source, verified };
}
