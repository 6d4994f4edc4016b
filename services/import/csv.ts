import { CsvError as ParserError, parse } from 'csv-parse/sync';

/** Thrown for a text that is no CSV, with the line at which it ends to be one. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  constructor(readonly line: number) {
    super(`line ${line} cannot be read as CSV`);
  }
}

/**
 * Reads CSV as RFC 4180 has it: commas, double quotes, lines that end with CRLF or LF, quoted cells over several
 * lines; a byte order mark is passed over, and so are lines without a word.
 *
 * @throws CsvError for a quote that is never closed, or that stands in the middle of a cell
 */
export function readCsv(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      record_delimiter: ['\r\n', '\n'],
    });
  } catch (error) {
    if (error instanceof ParserError) throw new CsvError(Number(error.lines ?? 0));
    throw error;
  }
}
