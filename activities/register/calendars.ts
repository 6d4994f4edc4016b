import { buildCalendar } from '../../domain/calendar/build-calendar';
import type { CalendarCode, CalendarDay, Calendars, WorkingCalendar } from '../../domain/calendar/calendar';
import type { PrismaClient } from '../../prisma/generated/client';

/** A client of the register, inside a transaction or not. */
export type RegisterReader = Pick<PrismaClient, '$queryRaw' | 'calendarDay' | 'calendarYear' | 'clock'>;

/** The calendars of the register after one change. */
export interface CalendarsAt {
  /** Number of the last change; 0 before the first. */
  readonly revision: number;
  readonly calendars: Calendars;
}

/** A release puts further years in without a change of its own. */
const lastRead = new WeakMap<PrismaClient, CalendarsAt & { readonly years: number }>();

/** The calendars as they stand: one query, and their days are read again only when somebody has changed one. */
export async function currentCalendars(prisma: PrismaClient, tx: RegisterReader): Promise<CalendarsAt> {
  const [stand] = await tx.$queryRaw<{ revision: number; years: number }[]>`
    SELECT (SELECT COALESCE(max("revision"), 0) FROM "CalendarChange")::int AS "revision",
      (SELECT count(*) FROM "CalendarYear")::int AS "years"`;
  const { revision, years } = stand ?? { revision: 0, years: 0 };
  const known = lastRead.get(prisma);
  if (known?.revision === revision && known.years === years) return known;
  const read = { revision, years, calendars: await readCalendars(tx) };
  lastRead.set(prisma, read);
  return read;
}

/** Reads every day and known year, and finds a calendar in them. */
export async function readCalendars(tx: RegisterReader): Promise<Calendars> {
  const rows = await tx.calendarDay.findMany({ where: { removedRevision: 0 } });
  const years = await tx.calendarYear.findMany();
  const days = rows.map((row) => row as unknown as CalendarDay);
  return calendarsFrom(days, (code) => knownYears(years.filter(({ calendar }) => calendar === code)));
}

/** Calendars of these days, each put together when it is first asked for. */
export function calendarsFrom(
  days: readonly CalendarDay[],
  yearsOf: (code: CalendarCode) => WorkingCalendar['knownYears'],
): Calendars {
  const built = new Map<string, WorkingCalendar>();
  return (code, province) => {
    const key = `${code}:${province ?? ''}`;
    const known = built.get(key);
    if (known) return known;
    const calendar = buildCalendar(code, province, days, yearsOf(code));
    built.set(key, calendar);
    return calendar;
  };
}

/** Years without a gap, as they were put in; none at all is a range that holds no year. */
function knownYears(years: readonly { year: number }[]): WorkingCalendar['knownYears'] {
  const all = years.map(({ year }) => year);
  return all.length === 0 ? { from: 1, to: 0 } : { from: Math.min(...all), to: Math.max(...all) };
}
