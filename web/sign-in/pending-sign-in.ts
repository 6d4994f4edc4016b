import { z } from 'zod';

const pendingSchema = z.strictObject({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  returnTo: z.string(),
  /** How old the login may be, in seconds. */
  maxAgeS: z.int().min(0),
});

/**
 * A sign-in that a browser has begun. It stays in that browser, so that nobody else can end it: a code that was stolen
 * lacks its verifier, and one that was planted another's state.
 */
export type PendingSignIn = z.infer<typeof pendingSchema>;

/** As the value of a cookie. */
export function packSignIn(pending: PendingSignIn): string {
  return Buffer.from(JSON.stringify(pending)).toString('base64url');
}

/** Null for what is no sign-in that was begun here. */
export function unpackSignIn(packed: string | null): PendingSignIn | null {
  if (packed === null) return null;
  try {
    return pendingSchema.parse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
