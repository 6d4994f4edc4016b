/** The time of a server that can skip it. */
export interface SkippedTime {
  now(): Promise<Date>;
  /** Lets the server's time pass until the instant; at once when it lies in the past. */
  passUntil(instant: Date): Promise<void>;
}
