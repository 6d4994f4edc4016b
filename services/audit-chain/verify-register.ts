import type { PrismaClient } from '../../prisma/generated/client';
import type { DocumentStore } from '../documents/store';
import type { ChainBreak } from './chain-break';
import { verifyCase } from './verify-case';

const casesPerBatch = 200;

/** How far the walk has come, and in the end what it found. */
export interface ChainTally {
  readonly cases: number;
  readonly events: number;
  readonly breaks: number;
}

/** Who is told while the register is walked. */
export interface ChainReader {
  found(found: ChainBreak): void;
  progress(tally: ChainTally): void;
}

/**
 * Verifies the evidence of every case, case by case and in batches: a register of any size is walked in the same
 * memory. The register is read, never changed.
 *
 * @param files the document store, when the bytes of the documents are to be verified too
 */
export async function verifyRegister(
  prisma: PrismaClient,
  files: DocumentStore | null,
  reader: ChainReader,
): Promise<ChainTally> {
  let tally: ChainTally = { cases: 0, events: 0, breaks: 0 };
  for await (const caseId of everyCase(prisma)) {
    const { events, breaks } = await verifyCase(prisma, caseId, files);
    breaks.forEach((found) => {
      reader.found(found);
    });
    tally = {
      cases: tally.cases + 1,
      events: tally.events + events,
      breaks: tally.breaks + breaks.length,
    };
    reader.progress(tally);
  }
  return tally;
}

async function* everyCase(prisma: PrismaClient): AsyncGenerator<string> {
  for (let after: string | null = null; ; ) {
    const cases: { id: string }[] = await prisma.case.findMany({
      where: after === null ? {} : { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: casesPerBatch,
      select: { id: true },
    });
    yield* cases.map(({ id }) => id);
    after = cases.at(-1)?.id ?? null;
    if (after === null) return;
  }
}
