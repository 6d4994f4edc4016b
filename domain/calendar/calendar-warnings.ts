import type { CalendarDay } from './calendar';
import type { CalendarWarning } from './calendar-changes';
import { occasionsOfIraqiLaw } from './shipped-iraq';

// Iraq, Law 12/2024 on official holidays; general knowledge, not checked against its text.
const cabinetDaysAYear = 7;
const provincialDaysAnOccasion = 3;

/**
 * Where the rows, all of one calendar, hold more days than Law 12/2024 lets the Cabinet and the provinces add. Only years
 * and occasions of `changed` are looked at: nobody is told again what he has not touched.
 */
export function warningsOf(
  rows: readonly CalendarDay[],
  changed: readonly CalendarDay[],
): readonly CalendarWarning[] {
  const added = changed.filter((row) => row.calendar === 'IQ' && row.kind === 'holiday');
  const groups = new Map(added.map((row) => [groupOf(row), row]));
  return [...groups].flatMap(([group, row]) => {
    if (row.province === null && occasionsOfIraqiLaw.has(row.occasion)) return [];
    const days = rows.filter((other) => other.kind === 'holiday' && groupOf(other) === group).length;
    const warning = row.province === null ? cabinetWarning(row, days) : provincialWarning(row, days);
    return warning ? [warning] : [];
  });
}

/** Days that count against one limit: a province's of one occasion and year, the Cabinet's of one year. */
function groupOf({ calendar, date, occasion, province }: CalendarDay): string {
  const whose = occasionsOfIraqiLaw.has(occasion) ? 'law' : 'cabinet';
  return JSON.stringify([calendar, yearOf(date), province, province === null ? whose : occasion]);
}

function cabinetWarning({ date }: CalendarDay, days: number): CalendarWarning | null {
  if (days <= cabinetDaysAYear) return null;
  const params = { year: yearOf(date), days: String(days), limit: String(cabinetDaysAYear) };
  return { code: 'more-than-cabinet-days', params };
}

function provincialWarning({ date, occasion, province }: CalendarDay, days: number): CalendarWarning | null {
  if (days <= provincialDaysAnOccasion) return null;
  const limit = String(provincialDaysAnOccasion);
  const params = { year: yearOf(date), province: province ?? '', occasion, days: String(days), limit };
  return { code: 'more-than-provincial-days', params };
}

function yearOf(date: string): string {
  return date.slice(0, 'YYYY'.length);
}
