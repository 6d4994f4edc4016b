import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const tokenBytes = 32;

/** What the browser keeps of a session: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** What the register keeps of it: whoever reads the table can be nobody with it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What the forms of a session carry, so that a request was made by a page of ours: it changes with the session. */
export function formTokenOf(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url');
}

/** Whether two tokens are the same, in a time that tells nothing of how much of them is. */
export function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [one, other] = [given, expected].map((value) => Buffer.from(value));
  return (
    one !== undefined && other !== undefined && one.length === other.length && timingSafeEqual(one, other)
  );
}
