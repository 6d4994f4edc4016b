/**
 * Why a mail did not go out, as the outbox keeps it: classes only, for a server's own words may hold addresses.
 * `recipient-refused` and `recipient-disabled` end the attempts, all others are temporary.
 */
export type DeliveryError =
  | 'recipient-refused'
  | 'recipient-disabled'
  | 'smtp-4xx'
  | 'smtp-5xx'
  | 'no-connection'
  | 'timeout'
  | 'unreadable';

// Enhanced status codes (RFC 3463) whose subject is the mail system, the network, the protocol or a policy: a fault
// between the servers, not of the mailbox.
const NOT_ABOUT_THE_MAILBOX = /^\d{3}[ -]5\.[3457]\./;

/** The class of what a transport threw. Only a mailbox that the server refuses for good (RCPT TO, 55x) is permanent. */
export function classify(error: unknown): DeliveryError {
  const { responseCode, command, response, code, name } = asSmtpError(error);
  if (responseCode !== undefined && responseCode >= 500) {
    const aboutMailbox = responseCode >= 550 && !NOT_ABOUT_THE_MAILBOX.test(response ?? '');
    return command === 'RCPT TO' && aboutMailbox ? 'recipient-refused' : 'smtp-5xx';
  }
  if (responseCode !== undefined && responseCode >= 400) return 'smtp-4xx';
  return code === 'ETIMEDOUT' || code === 'EABORT' || name === 'TimeoutError' ? 'timeout' : 'no-connection';
}

interface SmtpError {
  readonly responseCode?: number;
  readonly command?: string;
  readonly response?: string;
  readonly code?: string;
  readonly name?: string;
}

// The fields that nodemailer sets on its errors.
function asSmtpError(error: unknown): SmtpError {
  return typeof error === 'object' && error !== null ? error : {};
}
