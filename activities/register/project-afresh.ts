import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '../../domain/case/events';
import { decisionId, documentRequestId, taskId } from './ids';
import { project } from './project';
import { type ProjectionRows, readProjections } from './projection-rows';
import type { Transaction } from './transaction';

/**
 * The projections that a case's events give, made by the very code that the write step uses: on a case of another id,
 * within a savepoint that is taken back, so that nothing of it stays. The rows carry the ids of the real case.
 *
 * @throws Error when the events cannot be projected
 */
export async function projectAfresh(
  tx: Transaction,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<ProjectionRows> {
  const standInId = randomUUID();
  await tx.$executeRaw`SAVEPOINT project_afresh`;
  try {
    await createStandIn(tx, standInId, events);
    await project(tx, standInId, events);
    return withRealIds(await readProjections(tx, standInId), standInId, caseId, events);
  } finally {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT project_afresh`;
  }
}

/** The case as it was before its first event. */
async function createStandIn(tx: Transaction, id: string, events: readonly CaseEvent[]): Promise<void> {
  const first = events[0];
  if (first?.body.type !== 'caseOpened')
    throw new Error('the events do not begin with the opening of a case');
  const { procedure, procedureVersion, creatorId, agencyCode, parties, batchId = null } = first.body;
  const { content, reopens } = first.body;
  const { requestingState, requestedState, urgency, confidential } = content;
  await tx.case.create({
    data: {
      id,
      reference: `reconcile-${id}`,
      procedure,
      procedureVersion,
      status: 'draft',
      requestingState,
      requestedState,
      urgency,
      confidential,
      agencyCode,
      counterpartCode: parties?.requested.agencyCode ?? null,
      batchId,
      createdById: creatorId,
      responsibleOfficerId: creatorId,
      reopensId: reopens,
      headHash: '',
      updatedAt: first.recordedAt,
    },
  });
}

/** Replaces the stand-in's id, and every id that is derived from it. */
function withRealIds(
  rows: ProjectionRows,
  standInId: string,
  caseId: string,
  events: readonly CaseEvent[],
): ProjectionRows {
  const real = new Map([[standInId, caseId]]);
  for (const { seq, body } of events) {
    real.set(taskId(standInId, seq), taskId(caseId, seq));
    real.set(decisionId(standInId, seq), decisionId(caseId, seq));
    if (!('key' in body)) continue;
    real.set(documentRequestId(standInId, body.key), documentRequestId(caseId, body.key));
  }
  const text = JSON.stringify(rows).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    return real.get(id) ?? id;
  });
  return JSON.parse(text) as ProjectionRows;
}
