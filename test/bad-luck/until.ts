import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 25;

/**
 * Polls until `look` gives something else than undefined, false or null, and returns that.
 *
 * @throws Error that names what was waited for, when it does not come within `limitMs`
 */
export async function until<T>(
  what: string | (() => string),
  look: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  limitMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline)
      throw new Error(`${typeof what === 'string' ? what : what()}: not within ${limitMs} ms`);
    await delay(pollMs);
  }
}
