import type { CalendarCode } from './calendar';

/** The calendar that a clock was computed with, in one word: 'IQ', or 'IQ:najaf' with the closures of a province. */
export function labelOfCalendar(code: CalendarCode, province: string | null): string {
  return province === null ? code : `${code}:${province}`;
}

/** The calendar that a label names. */
export function calendarOfLabel(label: string): { code: CalendarCode; province: string | null } {
  const [code = '', province = null] = label.split(':');
  return { code: code as CalendarCode, province };
}
