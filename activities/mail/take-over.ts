import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimedMail, claimSilentMail, isUnfinished } from './claim';
import { type Delivery, leaseMs } from './deliver';

/**
 * So often must the register have answered that nothing was recorded. A second apart this is longer than a living
 * dispatcher can take to bring its record to a register that is there: a try that hangs (15 s) and the rest after it.
 */
const looks = 30;
const defaultLookEveryMs = 1_000;

/**
 * Claims a mail whose last attempt never ended, once it is certain that the process which made it cannot record it
 * any more: the lease may have run out only because the register was away, and then the record must win. Undefined
 * when it was recorded meanwhile, another dispatcher was first, or this one is to stop.
 * @throws when the register goes away again: the attempt could not be recorded in that time either.
 */
export async function takeOver(delivery: Delivery, mail: ClaimedMail): Promise<ClaimedMail | undefined> {
  const { prisma, clock, signal, lookEveryMs = defaultLookEveryMs } = delivery;
  for (let look = 0; look < looks; look += 1) {
    if (!(await isUnfinished(prisma, mail))) return undefined;
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
    if (signal?.aborted) return undefined;
  }
  return await claimSilentMail(prisma, mail, new Date(clock().getTime() + leaseMs));
}
