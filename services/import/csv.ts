/** Thrown for a text that is no CSV, with the line where it ends to be one. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  constructor(readonly line: number) {
    super(`line ${line} cannot be read as CSV`);
  }
}

/**
 * Reads CSV as RFC 4180 has it: commas, double quotes, lines that end with CRLF or LF, quoted cells over several
 * lines; a byte order mark is passed over. Empty lines are left out.
 *
 * @throws CsvError for a quote that is never closed, or that stands in the middle of a cell
 */
export function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const source = text.replace(/^\ufeff/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < source.length || row.length > 0) {
    const at = cell.lastIndex;
    const [, quoted, plain, end] = cell.exec(source) ?? [];
    if (end === undefined) throw new CsvError(source.slice(0, at).split('\n').length);
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}
