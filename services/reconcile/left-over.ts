import { validate as isUuid } from 'uuid';
import type { PrismaClient } from '../../prisma/generated/client';
import { caseWorkflowId } from '../../workflows/messages';
import type { ReconcileContext } from './reconcile-context';

const workflowsPerPage = 1_000;
const casesPerQuery = 200;

/**
 * Cases that the register calls closed and whose workflow seems to run. Asked the other way round (does the workflow
 * of this closed case run?) it would be a question for every case there ever was; the workflows that run are as many
 * as the open cases. So this is the one place that asks Temporal's visibility, and only for a first guess: it lags,
 * and what it says is checked with the workflow itself. What it does not show yet is found the next time.
 *
 * Workflows of cases that this register does not hold are passed over: the namespace may be shared.
 */
export async function* closedCasesThatRun({ prisma, temporal }: ReconcileContext): AsyncGenerator<string> {
  const prefix = caseWorkflowId('');
  const query = `ExecutionStatus = "Running" AND WorkflowId STARTS_WITH "${prefix}"`;
  let batch: string[] = [];
  for await (const { workflowId } of temporal.workflow.list({ query, pageSize: workflowsPerPage })) {
    const caseId = workflowId.slice(prefix.length);
    if (isUuid(caseId)) batch.push(caseId);
    if (batch.length < casesPerQuery) continue;
    yield* await closedOf(prisma, batch);
    batch = [];
  }
  yield* await closedOf(prisma, batch);
}

async function closedOf(prisma: PrismaClient, ids: readonly string[]): Promise<string[]> {
  const cases = await prisma.case.findMany({
    where: { id: { in: [...ids] }, events: { some: { type: 'caseClosed' } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return cases.map(({ id }) => id);
}
