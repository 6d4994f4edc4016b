import type { CalendarCode } from '../../domain/calendar/calendar';
import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/** What the write step reads of a case as it locks it. */
export interface LockedCase {
  readonly id: string;
  readonly reference: string;
  readonly procedure: string;
  readonly agencyCode: string;
  readonly createdById: string;
  readonly responsibleOfficerId: string;
  readonly seq: number;
  readonly headHash: string;
  /** Calendar of the agency that owns it, and the province whose closures it keeps. */
  readonly calendar: CalendarCode;
  readonly province: string | null;
  /** The other side of a case between agencies, and its calendar. */
  readonly counterpartCode: string | null;
  readonly counterpartCalendar: CalendarCode | null;
  readonly counterpartProvince: string | null;
  /** The command has events already: repeated after the run that took it has continued as new. */
  readonly isWritten: boolean;
}

/**
 * Locks a case until the transaction ends and reads it, in one statement; whoever names it in a row of his own does not wait. `isWritten` looks at what was committed
 * before the lock was asked for. That is enough where `seq` is the expected one: the workflow knew all these events
 * before it made its request.
 *
 * @throws Error, retried, when the register does not hold the case
 */
export async function lockCase(
  tx: Transaction,
  { caseId, commandId }: Pick<WriteRequest, 'caseId' | 'commandId'>,
): Promise<LockedCase> {
  const [item] = await tx.$queryRaw<LockedCase[]>`
    SELECT "id", "reference", "procedure", "agencyCode", "createdById", "responsibleOfficerId", "seq", "headHash",
      owner."calendar", owner."province", "counterpartCode",
      other."calendar" AS "counterpartCalendar", other."province" AS "counterpartProvince",
      EXISTS (
        SELECT 1 FROM "CaseEvent" WHERE "caseId" = "Case"."id" AND "commandId" = ${commandId}::uuid
      ) AS "isWritten"
    FROM "Case" JOIN "Agency" owner ON owner."code" = "Case"."agencyCode"
      LEFT JOIN "Agency" other ON other."code" = "Case"."counterpartCode"
    WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE OF "Case"`;
  if (!item) throw new Error(`the register does not hold case ${caseId}`);
  return item;
}
