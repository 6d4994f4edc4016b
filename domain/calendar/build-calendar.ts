import type { CalendarCode, CalendarDay, WorkingCalendar } from './calendar';

/** ISO numbers of the days of the weekend. Sweden's Saturday is kept for acts that fall due (Act 1930:173, s. 2). */
export const weekends: Readonly<Record<CalendarCode, readonly number[]>> = {
  IQ: [5, 6],
  'IQ-KR': [5, 6],
  SE: [6, 7],
};

/**
 * The calendar of a territory, or of one of its provinces, made of its rows. Rows of other calendars and provinces and
 * of years that are not known are left out: a year known in part would be a guess.
 *
 * Several occasions on one date are one day. The surer one wins: one that is fixed or confirmed before one that is
 * expected. Of equally sure ones a holiday wins over an order to work, because the Cabinet's power to order work (Iraq,
 * Law 12/2024) lifts the weekend and not a holiday; where the holiday is only expected the order stands, and what is
 * counted ends earlier rather than too late. The result does not depend on the order of the rows.
 */
export function buildCalendar(
  code: CalendarCode,
  province: string | null,
  rows: readonly CalendarDay[],
  knownYears: WorkingCalendar['knownYears'],
): WorkingCalendar {
  const days = new Map<string, CalendarDay>();
  for (const row of rows) {
    if (row.calendar !== code || !isKept(row, province) || !isKnown(row.date, knownYears)) continue;
    const other = days.get(row.date);
    if (other === undefined || isBefore(rankOf(row), rankOf(other))) days.set(row.date, row);
  }
  return { code, province, weekend: weekends[code], days, knownYears };
}

function isKept(row: CalendarDay, province: string | null): boolean {
  return row.province === null || row.province === province;
}

function isKnown(date: string, { from, to }: WorkingCalendar['knownYears']): boolean {
  const year = Number(date.slice(0, 'YYYY'.length));
  return from <= year && year <= to;
}

/** The less, the surer. The occasion is last, so that two days never rank alike. */
function rankOf(day: CalendarDay): readonly (number | string)[] {
  return [
    day.standing === 'expected' ? 1 : 0,
    day.kind === 'working-day' ? 1 : 0,
    day.province === null ? 0 : 1,
    day.verified ? 0 : 1,
    day.standing === 'fixed' ? 0 : 1,
    day.occasion,
  ];
}

function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other !== undefined && value !== other) return value < other;
  }
  return false;
}
