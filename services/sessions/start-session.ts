import { minuteMs } from '../../domain/identity/limits';
import { idleSince } from '../../domain/identity/session-life';
import { writeAudit } from '../audit';
import type { ServiceContext } from '../context';
import { OfficerUnknownError } from '../errors';
import { findCurrentOfficer } from '../officers/current-officer';
import { hashOfToken, newSessionToken } from './session-token';

export interface NewSession {
  /** As the identity provider knows the officer. */
  readonly subject: string;
  readonly authenticatedAt: Date;
  /** The token that the browser had before, whosever it was: it is worth nothing afterwards. */
  readonly replaces: string | null;
  readonly requestId: string;
}

/**
 * Signs an officer in and gives the token of his session. It is a new one each time, so that nobody can have known it
 * before. Sessions that are over go by the way: there are as many left as sign-ins within one session's life.
 *
 * @throws OfficerUnknownError when nobody here has that subject, or the account is disabled
 */
export async function startSession(
  context: ServiceContext,
  { subject, authenticatedAt, replaces, requestId }: NewSession,
): Promise<string> {
  const { prisma, signIn } = context;
  const { id: officerId, disabled } = await findCurrentOfficer(context, subject);
  const audit = { event: 'session.started', officerId, caseId: '', subjectId: '', requestId };
  if (disabled) {
    await writeAudit(context, { ...audit, status: 403 });
    throw new OfficerUnknownError('officer-disabled');
  }
  const token = newSessionToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + signIn.sessionMaxMinutes * minuteMs);
  const session = { tokenHash: hashOfToken(token), officerId, authenticatedAt, expiresAt };
  const over = [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: idleSince(now, signIn) } }];
  const replaced = replaces === null ? [] : [{ tokenHash: hashOfToken(replaces) }];
  await prisma.$transaction([
    prisma.session.deleteMany({ where: { OR: [...over, ...replaced] } }),
    prisma.session.create({ data: { ...session, createdAt: now, lastSeenAt: now } }),
  ]);
  await writeAudit(context, { ...audit, status: 201 });
  return token;
}
