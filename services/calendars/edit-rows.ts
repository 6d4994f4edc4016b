import type { CalendarCode, CalendarDay } from '../../domain/calendar/calendar';
import type { CalendarWarning } from '../../domain/calendar/calendar-changes';
import { editCalendar } from '../../domain/calendar/edit-calendar';
import type { PrismaClient } from '../../prisma/generated/client';
import { InvalidInputError } from '../errors';
import type { CalendarEditInput } from './calendar-schemas';

type Reader = Pick<PrismaClient, 'calendarDay' | 'calendarYear'>;

/** A calendar before and after an edit, in rows of the register. */
export interface EditedRows {
  /** All days of the calendar as they are after it. */
  readonly days: readonly CalendarDay[];
  readonly removedIds: readonly bigint[];
  readonly added: readonly CalendarDay[];
  readonly warnings: readonly CalendarWarning[];
}

/** Applies an edit to the rows that stand. @throws InvalidInputError with every fault of the edit */
export async function editRows(
  { calendarDay, calendarYear }: Reader,
  calendar: CalendarCode,
  { source, changes }: CalendarEditInput,
): Promise<EditedRows> {
  const rows = await calendarDay.findMany({ where: { calendar, removedRevision: 0 } });
  const idOf = new Map(rows.map((row) => [row as unknown as CalendarDay, row.id]));
  const { _min, _max } = await calendarYear.aggregate({
    where: { calendar },
    _min: { year: true },
    _max: { year: true },
  });
  const knownYears = { from: _min.year ?? 1, to: _max.year ?? 0 };
  const edited = editCalendar([...idOf.keys()], { calendar, source, changes }, knownYears);
  if (!('rows' in edited)) {
    throw new InvalidInputError(
      edited.faults.map(({ pointer, code, params }) => ({ pointer: `/changes${pointer}`, code, params })),
    );
  }
  const kept = new Set(edited.rows);
  return {
    days: edited.rows,
    removedIds: [...idOf].flatMap(([day, id]) => (kept.has(day) ? [] : [id])),
    added: edited.rows.filter((day) => !idOf.has(day)),
    warnings: edited.warnings,
  };
}
