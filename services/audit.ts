import type { ServiceContext } from './context';

/** One request, as the audit keeps it: who, what, on which case, with which result. Ids only. */
export interface AuditRecord {
  readonly officerId: string | null;
  readonly event: string;
  /** As the path had it; anything but an id is not kept. */
  readonly caseId: string;
  readonly requestId: string;
  readonly status: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Appends a request to the audit. */
export async function writeAudit({ prisma }: ServiceContext, record: AuditRecord): Promise<void> {
  const caseId = uuid.test(record.caseId) ? record.caseId : null;
  await prisma.auditEntry.create({ data: { ...record, caseId, at: new Date() } });
}
