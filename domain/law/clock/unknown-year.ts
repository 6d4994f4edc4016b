import type { CalendarYearUnknownError } from '../../calendar/unknown-year';
import type { ReasoningStep } from './clock-terms';
import { step } from './reasoning';

/** What becomes of a date that depends on holidays of a year that the calendar does not know. */
export type OnUnknownYear = 'refuse' | 'weekends-only';

export function unknownYearStep({ calendar, year }: CalendarYearUnknownError): ReasoningStep {
  return step('calendar-year-unknown', { calendar, year });
}

export function weekendsOnlyStep({ calendar, year }: CalendarYearUnknownError): ReasoningStep {
  return step('weekends-only', { calendar, year });
}
