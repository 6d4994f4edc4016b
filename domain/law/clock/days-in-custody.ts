import { Temporal } from 'temporal-polyfill';

/** A period of custody that is over: instants in ISO 8601, and the IANA zone of the place. */
export interface PastCustody {
  readonly beganAt: string;
  readonly endedAt: string;
  readonly zone: string;
}

/**
 * Days of custody abroad, to be deducted from a sentence (Riyadh Agreement art. 51): calendar days where the person was
 * held, the day of the arrest not counted and that of the end counted, and never less than one a period. How the court
 * counts them is for the court.
 */
export function daysInCustody(periods: readonly PastCustody[]): number {
  return periods.reduce((days, { beganAt, endedAt, zone }) => {
    const dayOf = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
    return days + Math.max(1, dayOf(beganAt).until(dayOf(endedAt), { largestUnit: 'day' }).days);
  }, 0);
}
