import { createTransport as createMailer, type Transporter } from 'nodemailer';

/** What the outbox needs of a mail transport. */
export type MailTransport = Pick<Transporter, 'sendMail'>;

/** Mails on their way at once; the outbox claims no more than this, so that none waits in a queue of the transport. */
export const maxConnections = 5;

/**
 * A pooled SMTP transport for `smtp://` or `smtps://` (options in the query, e.g. `?requireTLS=true`). Close it when
 * done. It does not repeat a mail whose connection broke: the outbox does, and counts it.
 */
export function createTransport(smtpUrl: string): Transporter {
  return createMailer({
    url: smtpUrl,
    pool: true,
    maxConnections,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    idleTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
