import { Temporal } from 'temporal-polyfill';

const ageOfMajorityYears = 18;

/**
 * Whether somebody may have been under 18 on `date` (ISO). A birth date known in part, 'YYYY' or 'YYYY-MM', is taken at
 * its latest day, so that a possible minor is looked at (CRC art. 1 and 3).
 */
export function mayBeMinorOn(birth: string, date: string): boolean {
  return isUnderAge(latestDayOf(birth), date);
}

/** Whether somebody was under 18 on `date` whichever day a birth date known in part stands for. */
export function isMinorOn(birth: string, date: string): boolean {
  return isUnderAge(dayOf(birth, { month: 1, day: 1 }), date);
}

function isUnderAge(birth: Temporal.PlainDate, date: string): boolean {
  return Temporal.PlainDate.compare(birth.add({ years: ageOfMajorityYears }), date) > 0;
}

function latestDayOf(partial: string): Temporal.PlainDate {
  return dayOf(partial, { month: 12, day: 31 });
}

function dayOf(
  partial: string,
  unknown: { readonly month: number; readonly day: number },
): Temporal.PlainDate {
  const [year = 0, month = unknown.month, day = unknown.day] = partial.split('-').map(Number);
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
}
