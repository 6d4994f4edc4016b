import { hashOf } from '../../domain/hash';
import {
  type ProjectionName,
  type ProjectionRow,
  type ProjectionRows,
  projectionNames,
  projections,
} from './projection-rows';

/** A projected row that is not what the event log says. */
export interface ProjectionDrift {
  readonly table: ProjectionName;
  readonly key: string;
  readonly fault: 'missing' | 'surplus' | 'differs';
  /** Columns that differ; of the others none. */
  readonly columns: readonly string[];
  /** Append-only rows are not changed or removed, and the head of the event log is never made to fit. */
  readonly repairable: boolean;
  /** The row to be there; for a surplus row the row that is there. */
  readonly row: ProjectionRow;
}

/**
 * What the event log does not say of a row: the reference is the database's, the key of a warrant would tell it to
 * whoever tries all courts and numbers.
 */
const notProjected = /^(reference|warrantKey|namesId)$/;
/** The head of the chain is evidence: where it does not fit, something was taken away or put in. */
const evidence = ['seq', 'headHash'];

/** Compares the projections that are there with those that the events give; by table, then by key, so that two runs say the same. */
export function compareProjections(expected: ProjectionRows, actual: ProjectionRows): ProjectionDrift[] {
  return projectionNames.flatMap((table) => compareTable(table, expected[table], actual[table]));
}

function compareTable(
  table: ProjectionName,
  expected: readonly ProjectionRow[],
  actual: readonly ProjectionRow[],
): ProjectionDrift[] {
  const { key: keyColumn, appendOnly } = projections[table];
  const keyOf = (row: ProjectionRow) => String(row[keyColumn]);
  const byKey = new Map(actual.map((row) => [keyOf(row), row]));
  const drift: ProjectionDrift[] = [];
  for (const row of expected) {
    const key = keyOf(row);
    const there = byKey.get(key);
    byKey.delete(key);
    if (there) drift.push(...differing(table, key, row, there));
    else drift.push({ table, key, fault: 'missing', columns: [], repairable: true, row });
  }
  for (const [key, row] of byKey) {
    drift.push({ table, key, fault: 'surplus', columns: [], repairable: !appendOnly, row });
  }
  return drift.sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
}

function differing(
  table: ProjectionName,
  key: string,
  row: ProjectionRow,
  there: ProjectionRow,
): ProjectionDrift[] {
  const columns = Object.keys(row).filter(
    (column) => !notProjected.test(column) && hashOf(row[column]) !== hashOf(there[column]),
  );
  const isHead = (column: string) => table === 'Case' && evidence.includes(column);
  const { appendOnly } = projections[table];
  const base = { table, key, fault: 'differs', row } as const;
  return [
    { ...base, columns: columns.filter(isHead), repairable: false },
    { ...base, columns: columns.filter((column) => !isHead(column)), repairable: !appendOnly },
  ].filter((found) => found.columns.length > 0);
}
