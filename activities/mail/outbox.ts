import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '../../prisma/generated/client';
import { claimDueMails } from './claim';
import {
  type Delivery,
  type DeliveryOutcome,
  deliver,
  leaseMs,
  type OutboxParts,
  type OutboxPatience,
} from './deliver';
import { takeOver } from './take-over';
import { maxConnections } from './transport';

/** Counts of one run. */
export interface OutboxRun {
  readonly sent: number;
  /** Refused for good; never tried again. */
  readonly failed: number;
  /** To be tried again later. */
  readonly postponed: number;
  /** Of all of these, sent although an earlier attempt never said how it ended: possibly second copies. */
  readonly repeated: number;
}

/** How long a stop waits for a register that is away: the record of a mail that the server took is worth it. */
const STOP_GRACE_MS = 5_000;

/** Is told what the outbox does. */
export interface OutboxObserver {
  /** An attempt was recorded; `isRepeated` when an earlier one never was: possibly a second copy. */
  mailTried(outcome: DeliveryOutcome, isRepeated: boolean): void;
  /** So many mails wait, those to be tried again later among them. */
  mailsWait(count: number): void;
}

/**
 * Sends the mails that are due at `now`, each in its reader's language under its own Message-ID, until none is left
 * or a whole batch could not be sent. Any number of dispatchers may run at once. Each mail is delivered at least
 * once; a second copy is possible only where a process died, or was stopped while the register was away, between the
 * server's acceptance and its record.
 * @throws when the register is not available; a record is waited for.
 */
export async function sendDueMails(
  run: OutboxParts &
    OutboxPatience & {
      readonly now: Date;
      readonly observer?: Pick<OutboxObserver, 'mailTried'>;
    },
): Promise<OutboxRun> {
  const began = performance.now();
  // From `now` the time runs on, so that the leases of a long run are as long as those of a short one.
  const clock = () => new Date(run.now.getTime() + Math.round(performance.now() - began));
  const delivery = { ...run, clock };
  const counts = { sent: 0, failed: 0, postponed: 0, repeated: 0 };
  const count = (outcome: DeliveryOutcome, isRepeated: boolean) => {
    counts[outcome] += 1;
    if (isRepeated) counts.repeated += 1;
    run.observer?.mailTried(outcome, isRepeated);
  };
  while (run.signal?.aborted !== true) {
    const outcomes = await sendBatch(delivery, count);
    // Where nothing gets through, the mails behind need not be tried one by one: the next run looks again.
    if (outcomes.every((outcome) => outcome === 'postponed')) break;
  }
  return counts;
}

async function sendBatch(
  delivery: Delivery & { readonly now: Date },
  count: OutboxObserver['mailTried'],
): Promise<DeliveryOutcome[]> {
  const leaseUntil = new Date(delivery.clock().getTime() + leaseMs);
  const claimed = await claimDueMails(delivery.prisma, {
    now: delivery.now,
    leaseUntil,
    limit: maxConnections,
  });
  const settled = await Promise.allSettled(
    claimed.map(async (due) => {
      const mail = due.interrupted ? await takeOver(delivery, due) : due;
      if (mail === undefined) return [];
      const outcome = await deliver(delivery, mail);
      // At once: what was sent counts also when the register fails another mail of the batch.
      count(outcome, mail.interrupted);
      return [outcome];
    }),
  );
  return settled.flatMap((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/**
 * Runs `sendDueMails` every `pollMs` milliseconds. A failed run is told to `onError` and repeated, a failed record
 * too. `stop` lets the mails that are being sent end and be recorded, for which it waits 5 s and a last try where the
 * register is away; it does not close the transport.
 */
export function startOutbox(
  outbox: OutboxParts & {
    readonly pollMs: number;
    readonly onError: (error: unknown) => void;
    readonly observer?: OutboxObserver;
  },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const calling = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      await sendDueMails({ ...outbox, now: new Date(), signal, lastCall: calling.signal })
        .then(() => tellWaiting(outbox))
        .catch(outbox.onError);
      await sleep(outbox.pollMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      const timer = setTimeout(() => calling.abort(), STOP_GRACE_MS);
      return running.finally(() => clearTimeout(timer));
    },
  };
}

async function tellWaiting({
  prisma,
  observer,
}: {
  readonly prisma: PrismaClient;
  readonly observer?: OutboxObserver;
}): Promise<void> {
  if (observer) observer.mailsWait(await prisma.mail.count({ where: { status: 'waiting' } }));
}
