import type { z } from 'zod';
import type { CatalogueFault } from './catalogue-errors';
import { type Instrument, instrumentSchema } from './catalogue-schema';

/** One file of the catalogue as it was read: not looked at yet. */
export interface CatalogueFile {
  /** Name of the file, for whoever has to correct it. */
  readonly file: string;
  readonly data: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** The instrument of a file with its defaults filled in, or what is wrong with the file's form. */
export function readInstrument({ file, data }: CatalogueFile): Instrument | readonly CatalogueFault[] {
  const filled = withDefaults(data);
  const parsed = instrumentSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.flatMap((issue) => faultsOf(file, filled, issue));
}

const recordLists = ['thresholds', 'grounds', 'documents', 'duties', 'rules'] as const;

function withDefaults(data: unknown): unknown {
  if (!isFields(data) || !isFields(data.defaults)) return data;
  const { defaults } = data;
  const lists = recordLists.map((list) => {
    const shared = list === 'rules' ? { instrument: data.id, ...defaults } : defaults;
    return [list, fillEach(data[list], shared)] as const;
  });
  return { ...data, application: withVerification(data.application, defaults), ...Object.fromEntries(lists) };
}

/** Into whatever binds a state: the parties of a treaty, or a law or practice itself. */
function withVerification(application: unknown, { verified, verifiedBy, verifiedOn }: Fields): unknown {
  if (!isFields(application)) return application;
  const shared = { verified, verifiedBy, verifiedOn };
  if ('parties' in application) return { ...application, parties: fillEach(application.parties, shared) };
  return 'state' in application ? { ...shared, ...application } : application;
}

function fillEach(list: unknown, shared: Fields): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((record: unknown) => (isFields(record) ? { ...shared, ...record } : record));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultsOf(file: string, data: unknown, issue: z.core.$ZodIssue): CatalogueFault[] {
  const { record, fields } = placeOf(data, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      record,
      field: fieldName([...fields, key]),
      problem: 'unknown field',
    }));
  }
  return [{ file, record, field: fieldName(fields), problem: problemOf(valueAt(data, issue.path), issue) }];
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'all' : path.map(String).join('.');
}

/** Absent and empty are one fault to whoever fills in the file. */
function problemOf(value: unknown, issue: z.core.$ZodIssue): string {
  if (value === undefined || value === '') return 'missing';
  return `${JSON.stringify(value)}: ${issue.message}`;
}

/** Which record of the file a path leads into, by the name that a reader finds it under, and the way on from there. */
function placeOf(data: unknown, path: readonly PropertyKey[]) {
  const [list, index, ...fields] = path;
  if (typeof list !== 'string' || typeof index !== 'number') return { record: 'instrument', fields: path };
  const entry = valueAt(data, [list, index]);
  return { record: recordName(list, isFields(entry) ? entry : {}, index), fields };
}

const singular: Readonly<Record<string, string>> = {
  thresholds: 'threshold',
  grounds: 'ground',
  documents: 'document',
  duties: 'duty',
  rules: 'rule',
  openQuestions: 'open question',
  notes: 'note',
};

function recordName(list: string, { id, code, item, kind }: Fields, index: number): string {
  const name = [id, code, item, kind].find((value) => typeof value === 'string') ?? `number ${index + 1}`;
  return `${singular[list] ?? list} ${String(name)}`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}
