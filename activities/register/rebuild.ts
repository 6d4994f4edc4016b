import { eventOfRow } from '../../domain/case/stored-event';
import type { PrismaClient } from '../../prisma/generated/client';
import { withHolders } from './holders';
import { projectAfresh } from './project-afresh';
import { compareProjections, type ProjectionDrift } from './projection-drift';
import { type ProjectionRows, projectionNames, projections, readProjections } from './projection-rows';
import type { Transaction } from './transaction';

const maxWait = 10_000;
const timeout = 120_000;

/** Where the projections of a case are not what its events say. Reads one snapshot and leaves nothing behind. */
export async function checkProjections(prisma: PrismaClient, caseId: string): Promise<ProjectionDrift[]> {
  return await prisma.$transaction((tx) => driftOf(tx, caseId), {
    isolationLevel: 'RepeatableRead',
    maxWait,
    timeout,
  });
}

/**
 * Makes the projections of a case what its events say, in one transaction that no command can come between. Returns
 * what was found; what is repairable in it has been repaired. The event log and all that is not projected from it
 * stay as they are.
 *
 * @param prisma connected as the owner of the tables: the application may not remove rows
 */
export async function rebuildProjections(prisma: PrismaClient, caseId: string): Promise<ProjectionDrift[]> {
  return await prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`;
      const found = await driftOf(tx, caseId);
      const repairable = found.filter((drift) => drift.repairable);
      // Surplus rows may stand where a missing one belongs, and may be what a missing one is referred to from.
      for (const drift of repairable) if (drift.fault === 'surplus') await repair(tx, drift);
      for (const drift of repairable) if (drift.fault !== 'surplus') await repair(tx, drift);
      return found;
    },
    { maxWait, timeout },
  );
}

async function driftOf(tx: Transaction, caseId: string): Promise<ProjectionDrift[]> {
  const rows = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  const last = rows.at(-1);
  if (!last) throw new Error(`case ${caseId} has no events`);
  const expected = await projectAfresh(tx, caseId, rows.map(eventOfRow));
  const { seq, hash: headHash } = last;
  const head = { seq, headHash, updatedAt: last.recordedAt.toISOString() };
  const withHead: ProjectionRows = {
    ...expected,
    Case: expected.Case.map((row) => ({ ...row, ...head })),
    Task: await withHolders(tx, caseId, expected.Task),
  };
  return compareProjections(withHead, await readProjections(tx, caseId));
}

/** Names of tables and columns are the schema's own, values are passed as one JSON parameter. */
async function repair(tx: Transaction, { table, fault, columns, row }: ProjectionDrift): Promise<void> {
  if (!projectionNames.includes(table)) throw new Error(`${table} is no projection`);
  const right = `jsonb_populate_record(NULL::"${table}", $1::jsonb)`;
  const names = table === 'Case' ? ['id'] : ['caseId', projections[table].key];
  const same = names.map((name) => `t."${name}" = r."${name}"`).join(' AND ');
  const set = columns.map((name) => `"${name}" = r."${name}"`).join(', ');
  const statement = {
    missing: `INSERT INTO "${table}" SELECT * FROM ${right}`,
    differs: `UPDATE "${table}" t SET ${set} FROM ${right} r WHERE ${same}`,
    surplus: `DELETE FROM "${table}" t USING ${right} r WHERE ${same}`,
  }[fault];
  await tx.$executeRawUnsafe(statement, JSON.stringify(row));
}
