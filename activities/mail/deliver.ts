import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '../../prisma/generated/client';
import type { ClaimedMail } from './claim';
import { classify, type DeliveryError } from './delivery-error';
import { parseMailMessage } from './message';
import { type RenderedMail, renderMail } from './render';
import type { MailTransport } from './transport';

/** Sent; refused for good; or to be tried again. */
export type DeliveryOutcome = 'sent' | 'failed' | 'postponed';

/** What the outbox works with. */
export interface OutboxParts {
  readonly prisma: PrismaClient;
  readonly transport: MailTransport;
  /** The address that mails come from. */
  readonly from: string;
  /** The address of a case's page, for mails whose row holds none; without it these carry no link. */
  readonly caseUrl?: (caseId: string) => string;
}

/** How long the outbox goes on. */
export interface OutboxPatience {
  /** Aborted when no further mail is to be begun. */
  readonly signal?: AbortSignal;
  /** Aborted when the process cannot wait for the register any longer; what is not recorded by then never is. */
  readonly lastCall?: AbortSignal;
  /** Is told of every try of a record that the register did not take. */
  readonly onError?: (error: unknown) => void;
  /** The pause between two looks at a mail whose last attempt never ended; a second. */
  readonly lookEveryMs?: number;
}

export interface Delivery extends OutboxParts, OutboxPatience {
  /** The time that applies to the outbox. */
  readonly clock: () => Date;
}

const SEND_TIMEOUT_MS = 60_000;
const RECORD_FIRST_RETRY_MS = 100;
const RECORD_LAST_RETRY_MS = 2_000;

/**
 * Longer than one attempt and its record take while the register is there: until then no other dispatcher touches
 * the mail. After a register that was away for longer, `takeOver` lets the record be first.
 */
export const leaseMs = 90_000;

/**
 * Sends one claimed mail and records how it ended, as soon as the register takes it.
 * @throws when it has not taken it by the last call; the mail is then sent again, and counted as repeated.
 */
export async function deliver(delivery: Delivery, mail: ClaimedMail): Promise<DeliveryOutcome> {
  const error = await send(delivery, mail);
  return persistently(() => record(delivery, mail, error), delivery);
}

async function send(
  { transport, from, caseUrl }: Delivery,
  mail: ClaimedMail,
): Promise<DeliveryError | null> {
  // Whoever lost the right to a case between the event and now must not learn of it.
  if (mail.disabledAt !== null) return 'recipient-disabled';
  const rendered = render(mail, mail.caseId === null ? undefined : caseUrl?.(mail.caseId));
  if (rendered === null) return 'unreadable';
  try {
    await transport.sendMail({
      ...rendered,
      from,
      to: { name: '', address: mail.email },
      messageId: mail.messageId,
      // RFC 3834: no out-of-office answer to a machine.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
    return null;
  } catch (error) {
    return classify(error);
  }
}

// A row that cannot be read stays in the outbox, marked as such, and must not hold up the others.
function render(mail: ClaimedMail, link: string | undefined): RenderedMail | null {
  try {
    const message = parseMailMessage(mail.template, mail.params, link);
    return renderMail({ ...message, language: mail.language });
  } catch {
    return null;
  }
}

async function record(
  delivery: Delivery,
  mail: ClaimedMail,
  error: DeliveryError | null,
): Promise<DeliveryOutcome> {
  const where = { id: mail.id, status: 'waiting' } as const;
  const now = delivery.clock();
  if (error === null) {
    await delivery.prisma.mail.updateMany({ where, data: { status: 'sent', sentAt: now, lastError: null } });
    return 'sent';
  }
  // Whoever has begun to send it since records how that ends.
  const ifMine = { ...where, attempts: mail.attempts };
  if (error === 'recipient-refused' || error === 'recipient-disabled') {
    await delivery.prisma.mail.updateMany({ where: ifMine, data: { status: 'failed', lastError: error } });
    return 'failed';
  }
  const nextAttemptAt = new Date(now.getTime() + retryDelayMs(mail.attempts));
  await delivery.prisma.mail.updateMany({ where: ifMine, data: { nextAttemptAt, lastError: error } });
  return 'postponed';
}

/** The wait after the nth attempt: 30 s, doubled each time, at most an hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(30_000 * 2 ** (attempts - 1), 3_600_000);
}

// A mail that the server took but the register does not know of would be sent again, so a register that is away is
// waited for.
async function persistently<T>(action: () => Promise<T>, { lastCall, onError }: OutboxPatience): Promise<T> {
  for (let waitMs = RECORD_FIRST_RETRY_MS; ; waitMs = Math.min(2 * waitMs, RECORD_LAST_RETRY_MS)) {
    try {
      return await action();
    } catch (error) {
      if (lastCall?.aborted) throw error;
      onError?.(error);
      await sleep(waitMs, undefined, { signal: lastCall }).catch(() => undefined);
    }
  }
}
