import type { ImportReport, RowReport } from '../../services/import/import-report';
import { importPositions, type PositionItem } from '../support/import-positions';
import { type Caller, good } from './caller';
import { requestOf, uploadProof } from './case-play';

export const manager = 'manager.baghdad';

/** A row as it is sent. */
export interface Row {
  readonly source: string;
  readonly reference: string;
  readonly [member: string]: unknown;
}

/** Proved facts: each by the one document of its row, as a scanned file is. */
function proved(item: PositionItem, proof: string): object {
  const { kind } = item;
  if (kind === 'answer') {
    const items = [{ item: item.item, documentId: proof }];
    return {
      kind,
      step: 'supplementary-information',
      answer: { items, occurredAt: item.occurredAt },
    };
  }
  if (kind === 'fact') return { kind, fact: { ...item.fact, proof: [proof] } };
  if (kind === 'request') return { kind, request: { ...item.request, proof: [proof] } };
  return { ...item, note: 'Signed by an invented officer, paper file 7', proof: [proof] };
}

/** The row of a case at a position, with a document that the officer has uploaded. */
export async function rowAt(
  caller: Caller,
  name: string,
  reference: string,
  officer = manager,
): Promise<Row> {
  const position = importPositions(new Date())[name];
  if (!position) throw new Error(`no position ${name}`);
  const proof = await uploadProof(caller, officer, reference.replace('/', '-'));
  return {
    source: 'paper-list',
    reference,
    procedure: 'outgoing-extradition',
    request: await requestOf({ urgency: position.urgency }),
    past: position.past.map((item) => proved(item, proof)),
  };
}

/** Imports rows, or previews them. */
export async function sendRows(
  caller: Caller,
  rows: readonly unknown[],
  { preview = false, officer = manager, language = 'en' } = {},
): Promise<ImportReport> {
  const path = preview ? '/imports/preview' : '/imports';
  return good(await caller.post<ImportReport>(officer, path, { rows }, { 'accept-language': language }));
}

/** The report of the only row. */
export function only(report: ImportReport): RowReport {
  const [row, ...more] = report.rows;
  if (!row || more.length > 0) throw new Error(`${report.rows.length} rows`);
  return row;
}
