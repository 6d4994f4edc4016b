import type { Calendars, WorkingCalendar } from '../calendar/calendar';
import { CalendarYearUnknownError, withBareYears } from '../calendar/unknown-year';
import { addWorkingDays, nextWorkingDay } from '../calendar/working-days';
import { dayAt, hourOf, startOfDay, utc } from '../law/clock/zone-time';
import { type BallotPeriod, type BallotTerms, ballotZone, nextWorkingMorning } from './ballot';
import type { Committee } from './committee';

const openingHour = 9;

/**
 * The terms of a ballot that is called at `at` (ISO 8601 in UTC): the active seats, the rules as they are now, and the
 * hours by the federal calendar. An opening that lies in the past is now. Depends on zone and holiday data: not for
 * workflow code.
 */
export function ballotTerms(
  { rules, seats, revision: roster }: Committee,
  period: BallotPeriod,
  at: string,
  calendars: Calendars,
): BallotTerms {
  const active = seats.filter((seat) => seat.active);
  return {
    roster,
    ...rules,
    seats: active.map(({ code }) => code),
    chair: active.find((seat) => seat.chair)?.code ?? null,
    ...hoursOf(period, at, calendars('IQ', null)),
  };
}

type Hours = Pick<BallotTerms, 'opensAt' | 'closesAt' | 'lastDay'>;

/** Where the holidays of the year are not known yet the weekends decide, as for every limit of a case. */
function hoursOf(period: BallotPeriod, at: string, calendar: WorkingCalendar): Hours {
  try {
    return countHours(period, at, calendar);
  } catch (error) {
    if (!(error instanceof CalendarYearUnknownError)) throw error;
    return countHours(period, at, withBareYears(calendar));
  }
}

function countHours(
  { openFrom, openForWorkingDays }: BallotPeriod,
  at: string,
  calendar: WorkingCalendar,
): Hours {
  const calledAt = Date.parse(at);
  const opens =
    openFrom === nextWorkingMorning
      ? hourOf(nextWorkingDay(dayAt(calledAt, ballotZone), calendar), openingHour, ballotZone)
      : Math.max(Date.parse(openFrom), calledAt);
  const dayBefore = dayAt(opens, ballotZone).subtract({ days: 1 });
  const lastDay = addWorkingDays(dayBefore, openForWorkingDays, calendar);
  return {
    opensAt: utc(opens),
    closesAt: utc(startOfDay(lastDay, ballotZone, 1)),
    lastDay: lastDay.toString(),
  };
}
