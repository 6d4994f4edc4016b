import { shippedCalendars } from '../../domain/calendar/shipped-calendars';
import type { Completion } from '../../domain/case/complete';
import { shippedCommittee } from '../../domain/committee/shipped-committee';
import { catalogue } from '../../domain/law/catalogue/catalogue';

/** What the write step would know before anybody changed a calendar: the shipped law and calendars. */
export function shippedCompletion(at: string): Completion {
  return {
    at,
    catalogue: catalogue(),
    calendars: shippedCalendars,
    calendarRevision: 0,
    committee: shippedCommittee,
    agency: { code: 'IQ', province: null },
  };
}
