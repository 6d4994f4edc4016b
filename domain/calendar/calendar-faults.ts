import { Temporal } from 'temporal-polyfill';
import { assertNever } from '../assert-never';
import type { CalendarDay } from './calendar';
import type { CalendarChange, CalendarFaultCode, EditContext } from './calendar-changes';

/** What is wrong with a change, and which of its fields it is about. */
interface Finding {
  readonly field: keyof CalendarChange;
  readonly code: CalendarFaultCode;
  readonly params?: Readonly<Record<string, string>>;
}

const saturday = 6;

/** The first thing that is wrong with a change, or null. */
export function faultOf(change: CalendarChange, context: EditContext): Finding | null {
  return (
    faultOfDate(change, context) ??
    faultOfProvince(change, context) ??
    faultOfRepetition(change, context) ??
    faultOfAction(change, context)
  );
}

/** The row that a change names: same date, same occasion, same province. */
export function rowOf(change: CalendarChange, rows: readonly CalendarDay[]): CalendarDay | undefined {
  return rows.find((row) => isSamePlaceAndDate(row, change) && row.occasion === change.occasion);
}

function faultOfDate({ date }: CalendarChange, { knownYears: { from, to } }: EditContext): Finding | null {
  if (!isDate(date)) return { field: 'date', code: 'no-such-date' };
  const { year } = Temporal.PlainDate.from(date);
  if (from <= year && year <= to) return null;
  return { field: 'date', code: 'outside-known-years', params: { from: String(from), to: String(to) } };
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function faultOfProvince({ action, province }: CalendarChange, { calendar }: EditContext): Finding | null {
  const allowed = calendar !== 'SE' && action !== 'order-work';
  return allowed || (province ?? null) === null ? null : { field: 'province', code: 'province-not-allowed' };
}

function faultOfRepetition(change: CalendarChange, { earlier }: EditContext): Finding | null {
  const repeated = earlier.some((other) => isSamePlaceAndDate(other, change));
  return repeated ? { field: 'date', code: 'same-day-twice' } : null;
}

function faultOfAction(change: CalendarChange, context: EditContext): Finding | null {
  switch (change.action) {
    case 'add':
      return faultOfOverlap(change, context);
    case 'withdraw':
      return rowOf(change, context.rows) ? null : { field: 'occasion', code: 'day-not-kept' };
    case 'confirm':
      return faultOfConfirmation(change, context);
    case 'order-work':
      return faultOfOrder(change, context) ?? faultOfOverlap(change, context);
    default:
      return assertNever(change.action);
  }
}

function faultOfConfirmation(change: CalendarChange, { rows }: EditContext): Finding | null {
  const row = rowOf(change, rows);
  if (!row) return { field: 'occasion', code: 'day-not-kept' };
  return row.standing === 'expected' ? null : { field: 'occasion', code: 'day-not-expected' };
}

function faultOfOrder({ date }: CalendarChange, { calendar }: EditContext): Finding | null {
  if (calendar === 'SE') return { field: 'action', code: 'no-order-of-work' };
  const isSaturday = Temporal.PlainDate.from(date).dayOfWeek === saturday;
  return isSaturday ? null : { field: 'date', code: 'not-a-saturday' };
}

/** A day of the whole territory may fall on a closure of one province, but not the other way round. */
function faultOfOverlap(change: CalendarChange, { rows }: EditContext): Finding | null {
  const kept = rows.find(
    (row) =>
      row.date === change.date && (row.province === null || row.province === (change.province ?? null)),
  );
  if (!kept) return null;
  return { field: 'date', code: 'day-already-kept', params: { occasion: kept.occasion } };
}

function isSamePlaceAndDate(
  a: Pick<CalendarChange, 'date' | 'province'>,
  b: Pick<CalendarChange, 'date' | 'province'>,
): boolean {
  return a.date === b.date && (a.province ?? null) === (b.province ?? null);
}
