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

export interface Delivery extends OutboxParts {
  /** The time that applies to the outbox. */
  readonly clock: () => Date;
}

const SEND_TIMEOUT_MS = 60_000;
const RECORD_TIMEOUT_MS = 50_000;
const RECORD_RETRY_MS = 1_000;

/** Longer than one attempt and its record can take: until then no other dispatcher may claim the same mail. */
export const leaseMs = 120_000;

/**
 * Sends one claimed mail and records how it ended.
 * @throws when the register does not take the record; the mail is then claimed again after its lease.
 */
export async function deliver(delivery: Delivery, mail: ClaimedMail): Promise<DeliveryOutcome> {
  const error = await send(delivery, mail);
  return persistently(() => record(delivery, mail, error));
}

async function send(
  { transport, from, caseUrl }: Delivery,
  mail: ClaimedMail,
): Promise<DeliveryError | null> {
  // Whoever lost the right to a case between the event and now must not learn of it.
  if (mail.disabledAt !== null) return 'recipient-disabled';
  const rendered = render(mail, caseUrl?.(mail.caseId));
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
  if (error === 'recipient-refused' || error === 'recipient-disabled') {
    await delivery.prisma.mail.updateMany({ where, data: { status: 'failed', lastError: error } });
    return 'failed';
  }
  const nextAttemptAt = new Date(now.getTime() + retryDelayMs(mail.attempts));
  await delivery.prisma.mail.updateMany({ where, data: { nextAttemptAt, lastError: error } });
  return 'postponed';
}

/** The wait after the nth attempt: 30 s, doubled each time, at most an hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(30_000 * 2 ** (attempts - 1), 3_600_000);
}

// A mail that the server took but the register does not know of would be sent again, so a register that is away for
// a moment is waited for.
async function persistently<T>(action: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + RECORD_TIMEOUT_MS;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (Date.now() >= giveUpAt) throw error;
      await sleep(RECORD_RETRY_MS);
    }
  }
}
