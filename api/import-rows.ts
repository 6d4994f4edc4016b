import { type ImportRow, readImportRow } from '../services/import/import-row';
import type { IncomingRow } from '../services/import/row-outcome';
import { faultsOf } from './input-faults';

/** Reads the rows of an import one by one: what is wrong with one is told with it and refuses no other. */
export function readImportRows(rows: readonly unknown[]): IncomingRow<ImportRow>[] {
  return rows.map((raw) => {
    const read = readImportRow(raw);
    const { source, reference } = (raw ?? {}) as Record<string, unknown>;
    const named = { source: wordOf(source), reference: wordOf(reference) };
    if ('row' in read) return { ...named, row: read.row, faults: [] };
    return { ...named, row: null, faults: read.errors.flatMap(faultsOf) };
  });
}

const shownLength = 300;

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, shownLength) : null;
}
