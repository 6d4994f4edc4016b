import { minuteMs } from '../../domain/identity/limits';
import { isSessionOver } from '../../domain/identity/session-life';
import type { ServiceContext } from '../context';
import { type CurrentOfficer, findCurrentOfficer } from '../officers/current-officer';
import { formTokenOf, hashOfToken } from './session-token';

/** An officer who is signed in at the web pages. */
export interface OfficerSession {
  readonly officer: CurrentOfficer;
  readonly agencyName: string;
  /** What every form of his pages carries. */
  readonly formToken: string;
}

/** Not every request writes: the idle limit is counted in minutes. */
const seenAgainAfterMs = minuteMs;

/** The session of a browser's token; null when there is none, it is over, or the officer's account is disabled. */
export async function findSession(context: ServiceContext, token: string): Promise<OfficerSession | null> {
  const { prisma, signIn } = context;
  const tokenHash = hashOfToken(token);
  const session = await prisma.session.findUnique({
    where: { tokenHash },
    include: { officer: { select: { subject: true, agency: { select: { name: true } } } } },
  });
  const now = new Date();
  if (!session || isSessionOver(session, now, signIn)) return null;
  const { subject, agency } = session.officer;
  const officer = await findCurrentOfficer(context, subject, session.authenticatedAt);
  if (officer.disabled) return null;
  if (now.getTime() - session.lastSeenAt.getTime() >= seenAgainAfterMs) {
    await prisma.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } });
  }
  return { officer, agencyName: agency.name, formToken: formTokenOf(token) };
}
