import { CsvError } from './csv';
import { ImportFileError, rowsOfCsv } from './csv-rows';

/**
 * The rows of a file, by its name: `.csv`; `.jsonl` or `.ndjson` with a row on each line; anything else is one JSON
 * list. What the rows say is judged by the API.
 *
 * @throws ImportFileError with one line that says what is wrong
 */
export function rowsOfFile(name: string, text: string): unknown[] {
  if (/\.csv$/i.test(name)) return fromCsv(text);
  if (/\.(jsonl|ndjson)$/i.test(name)) return text.split('\n').flatMap(rowOfLine);
  const rows = parsed(text, 'the file');
  if (!Array.isArray(rows)) throw new ImportFileError('the file holds no list of rows');
  return rows;
}

function fromCsv(text: string): unknown[] {
  try {
    return rowsOfCsv(text);
  } catch (error) {
    throw error instanceof CsvError ? new ImportFileError(error.message) : error;
  }
}

function rowOfLine(line: string, index: number): unknown[] {
  return line.trim() === '' ? [] : [parsed(line, `line ${index + 1}`)];
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ImportFileError(`${what} is no JSON`);
  }
}
