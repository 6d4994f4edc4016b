import { assertNever } from '../assert-never';
import type { CalendarDay, WorkingCalendar } from './calendar';
import type { CalendarChange, CalendarEdit, CalendarFault, EditedCalendar } from './calendar-changes';
import { faultOf, rowOf } from './calendar-faults';
import { warningsOf } from './calendar-warnings';

/**
 * Applies an administrator's edit to the rows of its calendar. Each change meets the rows as the changes before it left
 * them, so that an edit cannot contradict itself; one fault refuses the whole, and all faults are told.
 *
 * What is added or confirmed is `confirmed` and counts as verified: the administrator answers for the announcement that
 * he names as its source. Rows of other calendars are given back as they came.
 */
export function editCalendar(
  rows: readonly CalendarDay[],
  edit: CalendarEdit,
  knownYears: WorkingCalendar['knownYears'],
): EditedCalendar {
  let edited = rows.filter((row) => row.calendar === edit.calendar);
  const faults: CalendarFault[] = edit.changes.length === 0 ? [noChanges] : [];
  for (const [index, change] of edit.changes.entries()) {
    const earlier = edit.changes.slice(0, index);
    const fault = faultOf(change, { calendar: edit.calendar, rows: edited, knownYears, earlier });
    if (fault)
      faults.push({ pointer: `/${index}/${fault.field}`, code: fault.code, params: fault.params ?? {} });
    else edited = applied(change, edited, edit);
  }
  const [first, ...rest] = faults;
  if (first) return { faults: [first, ...rest] };
  const others = rows.filter((row) => row.calendar !== edit.calendar);
  const added = edited.filter((row) => !rows.includes(row));
  return { faults: [], rows: [...others, ...edited], warnings: warningsOf(edited, added) };
}

const noChanges: CalendarFault = { pointer: '', code: 'no-changes', params: {} };

function applied(change: CalendarChange, rows: readonly CalendarDay[], edit: CalendarEdit): CalendarDay[] {
  const named = rowOf(change, rows);
  const others = rows.filter((row) => row !== named);
  switch (change.action) {
    case 'withdraw':
      return others;
    case 'add':
    case 'confirm':
      return [...others, enteredDay(change, edit, 'holiday')];
    case 'order-work':
      return [...others, enteredDay(change, edit, 'working-day')];
    default:
      return assertNever(change.action);
  }
}

function enteredDay(change: CalendarChange, edit: CalendarEdit, kind: CalendarDay['kind']): CalendarDay {
  return {
    calendar: edit.calendar,
    province: change.province ?? null,
    date: change.date,
    kind,
    occasion: change.occasion,
    standing: 'confirmed',
    source: edit.source,
    verified: true,
  };
}
