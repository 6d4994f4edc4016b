import { writeAudit } from '../audit';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { hashOfToken } from './session-token';

interface SignOut {
  readonly officer: CurrentOfficer;
  readonly requestId: string;
}

/** Signs an officer out in one browser. */
export async function endSession(
  context: ServiceContext,
  token: string,
  { officer, requestId }: SignOut,
): Promise<void> {
  await context.prisma.session.deleteMany({ where: { tokenHash: hashOfToken(token) } });
  await writeAudit(context, auditOf('session.ended', officer, requestId));
}

/** Signs an officer out everywhere. */
export async function endAllSessions(
  context: ServiceContext,
  { officer, requestId }: SignOut,
): Promise<void> {
  await context.prisma.session.deleteMany({ where: { officerId: officer.id } });
  await writeAudit(context, auditOf('session.all-ended', officer, requestId));
}

function auditOf(event: string, { id: officerId }: CurrentOfficer, requestId: string) {
  return { event, officerId, caseId: '', subjectId: '', requestId, status: 200 };
}
