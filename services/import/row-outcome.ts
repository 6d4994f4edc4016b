import type { Refusal } from '../../domain/case/refusal';
import type { InputFault } from '../errors';
import type { Position, rowResults } from './import-report';

/** What came, or would come, of one row; faults and refusals as codes, for the reader's text. */
export interface RowOutcome {
  readonly source: string | null;
  readonly reference: string | null;
  readonly result: (typeof rowResults)[number];
  readonly caseId: string | null;
  readonly caseReference: string | null;
  readonly position: Position | null;
  readonly faults: readonly InputFault[];
  readonly refusal: Pick<Refusal, 'code' | 'params'> | null;
}

/** A row as the API has read it, with what was wrong with it. */
export interface IncomingRow<Row> {
  readonly source: string | null;
  readonly reference: string | null;
  readonly row: Row | null;
  readonly faults: readonly InputFault[];
}

/** The outcome of a row of which nothing more is known. */
export function outcomeOf(
  { source, reference }: Pick<RowOutcome, 'source' | 'reference'>,
  result: RowOutcome['result'],
  more: Partial<RowOutcome> = {},
): RowOutcome {
  const nothing = { caseId: null, caseReference: null, position: null, faults: [], refusal: null };
  return { source, reference, result, ...nothing, ...more };
}
