/** What two birth dates, each perhaps known in part, say to each other. */
export type BirthAgreement = 'same' | 'agrees' | 'close' | 'conflicts' | 'unknown';

/**
 * Compares birth dates ('YYYY', 'YYYY-MM', 'YYYY-MM-DD' or null). `agrees`: equal as far as both are known. `close`: a
 * year beside it, or day and month in the other order, as slips of the pen and of the calendar leave them.
 */
export function birthAgreement(one: string | null, other: string | null): BirthAgreement {
  if (one === null || other === null) return 'unknown';
  const known = Math.min(one.length, other.length);
  if (one.slice(0, known) === other.slice(0, known)) return known === 'YYYY-MM-DD'.length ? 'same' : 'agrees';
  return isSlip(one, other) ? 'close' : 'conflicts';
}

function isSlip(one: string, other: string): boolean {
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [one, other].map((date) =>
    date.split('-'),
  ) as [string[], string[]];
  if (year === otherYear) return day !== undefined && month === otherDay && day === otherMonth;
  if (Math.abs(Number(year) - Number(otherYear)) > 1) return false;
  return [
    [month, otherMonth],
    [day, otherDay],
  ].every(([here, there]) => here === undefined || there === undefined || here === there);
}
