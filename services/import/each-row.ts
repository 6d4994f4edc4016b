import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { ImportRow } from './import-row';
import { type PreparedRow, prepareRow } from './prepare-row';
import { type IncomingRow, outcomeOf, type RowOutcome } from './row-outcome';

type Ready = Extract<PreparedRow, { kind: 'ready' }>;

/** Enough to keep the worker busy, and few enough that the officers' own commands are not starved. */
const rowsAtOnce = 4;

/**
 * Prepares each row and hands those that fit to `take`. A row that does not fit stops nobody else; of two rows with the
 * same reference only the first is looked at.
 */
export async function eachRow(
  context: ServiceContext,
  officer: CurrentOfficer,
  rows: readonly IncomingRow<ImportRow>[],
  take: (ready: Ready, row: ImportRow) => Promise<RowOutcome>,
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  const firsts = firstOfReference(rows);
  const entries = rows.entries();
  const work = async () => {
    for (const [index, incoming] of entries) {
      outcomes[index] = firsts.has(index)
        ? await takeRow(context, officer, incoming, take)
        : outcomeOf(incoming, 'refused', {
            faults: [{ pointer: '/reference', code: 'same-reference-twice' }],
          });
    }
  };
  await Promise.all(Array.from({ length: rowsAtOnce }, work));
  return outcomes;
}

/** Places of the rows that no earlier one names the reference of. Rows that could not be read stand for themselves. */
function firstOfReference(rows: readonly IncomingRow<ImportRow>[]): Set<number> {
  const seen = new Set<string>();
  const places = [...rows.keys()].filter((index) => {
    const row = rows[index]?.row;
    if (!row) return true;
    const name = JSON.stringify([row.source, row.reference]);
    return seen.has(name) ? false : seen.add(name);
  });
  return new Set(places);
}

async function takeRow(
  context: ServiceContext,
  officer: CurrentOfficer,
  incoming: IncomingRow<ImportRow>,
  take: (ready: Ready, row: ImportRow) => Promise<RowOutcome>,
): Promise<RowOutcome> {
  const { row, faults } = incoming;
  if (!row) return outcomeOf(incoming, 'refused', { faults });
  const prepared = await prepareRow(context, officer, row);
  switch (prepared.kind) {
    case 'imported-before': {
      const { id: caseId, reference: caseReference } = prepared.item;
      return outcomeOf(incoming, 'imported-before', { caseId, caseReference });
    }
    case 'faulty':
      return outcomeOf(incoming, 'refused', { faults: prepared.faults });
    case 'refused':
      return outcomeOf(incoming, 'refused', { refusal: prepared.refusal });
    case 'ready':
      return await take(prepared, row);
  }
}
