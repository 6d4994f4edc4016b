import type { CalendarDay } from '../../../domain/calendar/calendar';

/** A fixed Iraqi holiday, but for what is said otherwise. */
export function day(parts: Partial<CalendarDay>): CalendarDay {
  return {
    calendar: 'IQ',
    province: null,
    date: '2026-03-21',
    kind: 'holiday',
    occasion: 'nowruz',
    standing: 'fixed',
    source: 'a source',
    verified: false,
    ...parts,
  };
}
