/** One thing that happened. `data` is the register's own event, or the mail's params. */
export interface CalendarEntry {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly what: string;
  readonly text: string;
  readonly data: object;
}
