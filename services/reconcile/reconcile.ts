import type { Drift, Projections } from './drift';
import { closedCasesThatRun } from './left-over';
import { reconcileCase } from './reconcile-case';
import type { ReconcileContext } from './reconcile-context';
import { reconcileLeftOver } from './reconcile-left-over';

const casesPerBatch = 200;

/** How far the comparison has come, and in the end what it found. */
export interface ReconcileTally {
  /** Open cases. */
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
 * Compares every open case's workflow, event log and lists, one case after another, and then looks for workflows that
 * closed cases have left over. Open is what the lists or the events call open, so that a case that was closed in the
 * lists alone is found too; closed is what the events call closed.
 */
export async function reconcile(
  context: ReconcileContext,
  projections: Projections,
  reader: DriftReader,
): Promise<ReconcileTally> {
  let tally: ReconcileTally = { cases: 0, drift: 0, repaired: 0 };
  const take = (drift: readonly Drift[], cases: number) => {
    for (const found of drift) reader.found(found);
    tally = {
      cases: tally.cases + cases,
      drift: tally.drift + drift.length,
      repaired: tally.repaired + drift.filter((found) => found.repaired).length,
    };
    reader.progress(tally);
  };
  for await (const caseId of openCases(context)) take(await reconcileCase(context, projections, caseId), 1);
  const repair = projections.rebuild !== null;
  for await (const caseId of closedCasesThatRun(context)) {
    take(await reconcileLeftOver(context, caseId, repair), 0);
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
