import type { Temporal } from 'temporal-polyfill';

export const DAY_MS = 86_400_000;

/** The start of a day in UTC, which has no summer time: days follow each other at equal distances. */
export function utcDay(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day);
}

const isoDates = new Map<number, string>();
const REMEMBERED = 50_000;

/** The ISO date of a day given by its start in UTC. Remembered, because the same days are asked for all the time. */
export function isoDateOf(utcDay: number): string {
  const known = isoDates.get(utcDay);
  if (known !== undefined) return known;
  const date = new Date(utcDay).toISOString().slice(0, 'YYYY-MM-DD'.length);
  if (isoDates.size < REMEMBERED) isoDates.set(utcDay, date);
  return date;
}
