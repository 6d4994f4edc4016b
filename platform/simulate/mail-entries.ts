import type { PrismaClient } from '../../prisma/generated/client';
import type { CalendarEntry } from './entry';

/** What the lines show of a mail's params. */
interface ShownParams {
  readonly step?: string;
  readonly rule?: string;
  readonly warnings?: readonly string[];
}

/** The mails that a case has put into the outbox, one entry for all that got the same. */
export async function mailEntries(prisma: PrismaClient, caseId: string): Promise<CalendarEntry[]> {
  const mails = await prisma.mail.findMany({
    where: { caseId },
    include: { officer: true },
    orderBy: { id: 'asc' },
  });
  const groups = new Map<string, { at: string; template: string; params: object; to: string[] }>();
  for (const { template, params, createdAt, officer } of mails) {
    const at = createdAt.toISOString();
    const key = JSON.stringify([at, template, params]);
    const group = groups.get(key) ?? { at, template, params: params as object, to: [] };
    group.to.push(`${officer.subject} (${officer.roles.join(', ')})`);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ at, template, params, to }) => ({
    at,
    what: 'mail',
    text: `${template} ${subjectOf(params)} to ${to.join(', ')}`,
    data: { template, params, to },
  }));
}

function subjectOf({ step, rule, warnings }: ShownParams): string {
  return `${step ?? rule ?? ''}${warnings ? ` ${warnings.join(', ')}` : ''}`;
}
