import type { CalendarCode } from './calendar';

/**
 * The calendar that is kept where the IANA zone `zone` applies, or null where none is known.
 * Asia/Baghdad also covers the Kurdistan Region; a rule bound to the Region names IQ-KR itself.
 */
export function calendarOfZone(zone: string): CalendarCode | null {
  switch (zone) {
    case 'Europe/Stockholm':
      return 'SE';
    case 'Asia/Baghdad':
      return 'IQ';
    default:
      return null;
  }
}
