import { foldAll } from '../../domain/case/fold';
import type { CaseState } from '../../domain/case/state';
import { eventOfRow } from '../../domain/case/stored-event';
import type { PrismaClient } from '../../prisma/generated/client';

/** What the event log says of a case. */
export interface CaseLog {
  readonly state: CaseState;
  /** The command that wrote the last event. */
  readonly lastCommandId: string;
}

/** Folds the events of a case as the register holds them now. */
export async function readCaseLog(prisma: PrismaClient, caseId: string): Promise<CaseLog> {
  const rows = await prisma.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  const state = foldAll(caseId, null, rows.map(eventOfRow));
  const lastCommandId = rows.at(-1)?.commandId;
  if (!state || lastCommandId === undefined) throw new Error(`case ${caseId} has no events`);
  return { state, lastCommandId };
}
