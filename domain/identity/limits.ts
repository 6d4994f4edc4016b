/** How long a sign-in counts. */
export interface SignInLimits {
  /** A session that was not used for so long is over. */
  readonly sessionIdleMinutes: number;
  /** A session is over after so long, however much it is used. */
  readonly sessionMaxMinutes: number;
  /** The gravest acts need a login that is not older. */
  readonly stepUpMinutes: number;
}

/** What holds where the configuration says nothing else: a break, an office day, one sitting. */
export const defaultSignInLimits: SignInLimits = {
  sessionIdleMinutes: 30,
  sessionMaxMinutes: 600,
  stepUpMinutes: 15,
};

export const minuteMs = 60_000;
