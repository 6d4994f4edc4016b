import { readCsv } from './csv';

/** Thrown for a file that holds no rows of an import; each fault is told in one line. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
}

/** A column: where its cells go in the row of their case. `json` cells are read as JSON, others are text. */
interface Column {
  readonly path: readonly string[];
  readonly json: boolean;
}

type Node = Record<string, unknown>;

const itemPath = '/past/-/';

/**
 * Rows of an import from CSV. Each column is headed by the JSON Pointer of what its cells state: '/reference',
 * '/request/person/sex'; with ':json' behind it the cells are JSON, such as true, 5 or a list. Columns under
 * '/past/-/' state one item of the past a line. Lines with the same source and reference are one case, whose other
 * cells may stand on any of them. An empty cell states nothing.
 *
 * @throws ImportFileError, CsvError
 */
export function rowsOfCsv(text: string): Node[] {
  const [header = [], ...lines] = readCsv(text);
  const columns = header.map(columnOf);
  const cases = new Map<string, Node>();
  for (const [index, cells] of lines.entries()) {
    if (cells.length > columns.length)
      throw new ImportFileError(`row ${index + 1} has more cells than columns`);
    const { stated, item } = readLine(columns, cells, index + 1);
    const key = JSON.stringify([stated.source, stated.reference]);
    const known = cases.get(key) ?? {};
    merge(known, stated, `row ${index + 1}`);
    if (Object.keys(item).length > 0) known.past = [...((known.past as Node[]) ?? []), item];
    cases.set(key, known);
  }
  return [...cases.values()].map((row) => withLists(row) as Node);
}

function columnOf(heading: string): Column & { readonly isItem: boolean } {
  const json = heading.endsWith(':json');
  const pointer = json ? heading.slice(0, -':json'.length) : heading;
  const isItem = pointer.startsWith(itemPath);
  const path = (isItem ? pointer.slice(itemPath.length) : pointer.slice(1))
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const isPointer = pointer.startsWith('/') && path.every((part) => part !== '' && part !== '__proto__');
  if (!isPointer) throw new ImportFileError(`'${heading}' is no JSON Pointer to head a column`);
  return { path, json, isItem };
}

function readLine(columns: readonly ReturnType<typeof columnOf>[], cells: readonly string[], line: number) {
  const stated: Node = {};
  const item: Node = {};
  for (const [index, { path, json, isItem }] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell !== '') put(isItem ? item : stated, path, json ? jsonOf(cell, path, line) : cell);
  }
  return { stated, item: withLists(item) as Node };
}

function jsonOf(cell: string, path: readonly string[], line: number): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    throw new ImportFileError(`row ${line}: the cell of /${path.join('/')} is no JSON`);
  }
}

/** Puts a value where its path leads. A list is an object of its indices until `withLists`. */
function put(into: Node, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = Object.hasOwn(into, name) ? into[name] : {};
  if (!isNode(inner)) throw new ImportFileError(`two columns state /${name} and what is in it`);
  into[name] = inner;
  put(inner, rest, value);
}

/** Puts the cells of one line to those of the lines before. Where both state the same thing they must agree. */
function merge(known: Node, stated: Node, where: string): void {
  for (const [name, value] of Object.entries(stated)) {
    const before = Object.hasOwn(known, name) ? known[name] : undefined;
    if (isNode(before) && isNode(value)) merge(before, value, where);
    else if (before === undefined) known[name] = value;
    else if (JSON.stringify(before) !== JSON.stringify(value)) {
      throw new ImportFileError(`${where} states ${name} otherwise than a line before`);
    }
  }
}

/** Makes lists of what is headed by 0, 1, 2 and so on. */
function withLists(value: unknown): unknown {
  if (!isNode(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, withLists(inner)]);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
