import { setTimeout as wait } from 'node:timers/promises';

/** A command that is being taken is in the register before its workflow has applied it: it is given time to. */
const settlingMs = [0, 300, 1_000];

/** What `look` finds and goes on finding; null as soon as it finds nothing. */
export async function settled<Found>(look: () => Promise<Found | null>): Promise<Found | null> {
  let found: Found | null = null;
  for (const ms of settlingMs) {
    await wait(ms);
    found = await look();
    if (found === null) return null;
  }
  return found;
}
