import { minuteMs, type SignInLimits } from './limits';

export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Whether a session is over: too long unused, or too long altogether. */
export function isSessionOver(
  { lastSeenAt, expiresAt }: SessionTimes,
  now: Date,
  limits: Pick<SignInLimits, 'sessionIdleMinutes'>,
): boolean {
  return now >= expiresAt || lastSeenAt <= idleSince(now, limits);
}

/** A session last seen then, or earlier, has been unused for too long. */
export function idleSince(now: Date, { sessionIdleMinutes }: Pick<SignInLimits, 'sessionIdleMinutes'>): Date {
  return new Date(now.getTime() - sessionIdleMinutes * minuteMs);
}
