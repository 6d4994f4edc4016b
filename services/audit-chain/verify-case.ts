import type { PrismaClient } from '../../prisma/generated/client';
import type { DocumentStore } from '../documents/store';
import type { ChainBreak } from './chain-break';
import { checkEvidence } from './check-evidence';
import { ChainWalk } from './walk-events';

/** Events that are in memory at a time. */
const eventsPerBatch = 500;
const caseTimeoutMs = 30 * 60_000;

/** What was found of one case. */
export interface VerifiedCase {
  readonly events: number;
  readonly breaks: readonly ChainBreak[];
}

/**
 * Walks the hash chain of one case in one snapshot, so that a case that is being written to is not mistaken for a
 * broken one. With `files` the documents' bytes are read too.
 */
export async function verifyCase(
  prisma: PrismaClient,
  caseId: string,
  files: DocumentStore | null,
): Promise<VerifiedCase> {
  return await prisma.$transaction(
    async (tx) => {
      const head = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
      const walk = new ChainWalk(caseId);
      const breaks: ChainBreak[] = [];
      for (let events = 0; ; ) {
        const rows = await tx.caseEvent.findMany({
          where: { caseId, seq: { gt: walk.seq } },
          orderBy: { seq: 'asc' },
          take: eventsPerBatch,
        });
        for (const row of rows) breaks.push(...walk.take(row));
        breaks.push(...(await checkEvidence(tx, files, caseId, rows)));
        events += rows.length;
        if (rows.length < eventsPerBatch) return { events, breaks: [...breaks, ...walk.end(head)] };
      }
    },
    { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: caseTimeoutMs },
  );
}
