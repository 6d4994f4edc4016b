import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { eachRow } from './each-row';
import type { ImportRow } from './import-row';
import { positionOf } from './position';
import { type IncomingRow, outcomeOf, type RowOutcome } from './row-outcome';

/** What would come of an import, row by row: faults, or where each case would stand. Nothing is written. */
export async function previewImport(
  context: ServiceContext,
  officer: CurrentOfficer,
  rows: readonly IncomingRow<ImportRow>[],
): Promise<RowOutcome[]> {
  return await eachRow(context, officer, rows, async ({ rehearsal }, row) =>
    outcomeOf(row, 'ready', { position: positionOf(rehearsal.state) }),
  );
}
