import type { Drift, Projections } from './drift';
import { reconcileCase } from './reconcile-case';
import type { ReconcileContext } from './reconcile-context';

const casesPerBatch = 200;

/** How far the comparison has come, and in the end what it found. */
export interface ReconcileTally {
  readonly cases: number;
  readonly drift: number;
  readonly repaired: number;
}

/** Who is told while the cases are compared. */
export interface DriftReader {
  found(drift: Drift): void;
  progress(tally: ReconcileTally): void;
}

/**
 * Compares every open case's workflow, event log and lists, one case after another. Open is what the lists or the
 * events call open, so that a case that was closed in the lists alone is found too.
 */
export async function reconcile(
  context: ReconcileContext,
  projections: Projections,
  reader: DriftReader,
): Promise<ReconcileTally> {
  let tally: ReconcileTally = { cases: 0, drift: 0, repaired: 0 };
  for await (const caseId of openCases(context)) {
    const drift = await reconcileCase(context, projections, caseId);
    drift.forEach((found) => {
      reader.found(found);
    });
    tally = {
      cases: tally.cases + 1,
      drift: tally.drift + drift.length,
      repaired: tally.repaired + drift.filter((found) => found.repaired).length,
    };
    reader.progress(tally);
  }
  return tally;
}

async function* openCases({ prisma }: ReconcileContext): AsyncGenerator<string> {
  for (let after: string | null = null; ; ) {
    const cases: { id: string }[] = await prisma.case.findMany({
      where: {
        ...(after === null ? {} : { id: { gt: after } }),
        events: { some: {} },
        OR: [{ closedAt: null }, { events: { none: { type: 'caseClosed' } } }],
      },
      orderBy: { id: 'asc' },
      take: casesPerBatch,
      select: { id: true },
    });
    yield* cases.map(({ id }) => id);
    after = cases.at(-1)?.id ?? null;
    if (after === null) return;
  }
}
