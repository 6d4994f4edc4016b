import type { ServiceContext } from './context';

/** One request, as the audit keeps it: who, what, on which case, with which result. Ids only. */
export interface AuditRecord {
  readonly officerId: string;
  readonly event: string;
  /** As the path had it; anything but an id is not kept. */
  readonly caseId: string;
  /** The task, document or document request that the path names; as it had it. */
  readonly subjectId: string;
  readonly requestId: string;
  readonly status: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Appends a request to the audit. */
export async function writeAudit({ prisma }: ServiceContext, record: AuditRecord): Promise<void> {
  const [caseId, subjectId] = [record.caseId, record.subjectId].map((id) => (uuid.test(id) ? id : null));
  await prisma.auditEntry.create({
    data: { ...record, caseId: caseId ?? null, subjectId: subjectId ?? null, at: new Date() },
  });
}
