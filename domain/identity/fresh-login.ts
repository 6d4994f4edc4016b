import { minuteMs, type SignInLimits } from './limits';

/** Clocks of two machines differ; a login further ahead than that was made up. */
const clockSkewMs = minuteMs;

/**
 * Whether somebody has shown who he is recently enough for the gravest acts.
 *
 * @param authenticatedAt when the identity provider last saw him log in; null where nobody says so
 */
export function isFreshLogin(
  authenticatedAt: Date | null,
  now: Date,
  { stepUpMinutes }: Pick<SignInLimits, 'stepUpMinutes'>,
): boolean {
  if (authenticatedAt === null) return false;
  const ageMs = now.getTime() - authenticatedAt.getTime();
  return ageMs >= -clockSkewMs && ageMs <= stepUpMinutes * minuteMs;
}
