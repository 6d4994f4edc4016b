import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { hashOf } from '../../domain/hash';
import type { Prisma, PrismaClient } from '../../prisma/generated/client';
import { type InputFault, InvalidInputError } from '../errors';
import {
  detailsOfRecord,
  type EarlierRecordInput,
  earlierRecordSchema,
  kindOfRecord,
} from './earlier-record-input';
import { personRows } from './person-rows';

const namespace = '0d2c7a54-6a3b-4a0f-8d3e-5b9f1f6f7c20';
const chunk = 1_000;
const timeout = 120_000;

export interface ImportReport {
  /** Records put in now. */
  readonly imported: number;
  /** Records that an earlier import has put in, word for word. */
  readonly known: number;
}

/**
 * Puts earlier records of both sides into the register: custody, judgments, pending cases. All of them or none; a record
 * that is there already is not put in again.
 *
 * @param file `{ records: [...] }`, each with side, person and one of custody, judgment, pendingCase
 * @throws InvalidInputError with every fault of every record, by its place: `/records/3/person/birth/date`
 */
export async function importEarlierRecords(
  { prisma }: { readonly prisma: PrismaClient },
  file: unknown,
): Promise<ImportReport> {
  const records = readRecords(file);
  const importedAt = new Date();
  const byId = new Map(records.map((record) => [uuidv5(hashOf(record), namespace), record]));
  const ids = [...byId.keys()];
  return await prisma.$transaction(
    async (tx) => {
      let imported = 0;
      for (let start = 0; start < ids.length; start += chunk) {
        const rows = ids.slice(start, start + chunk).map((id) => rowsOf(id, byId.get(id), importedAt));
        const created = await tx.earlierRecord.createManyAndReturn({
          data: rows.map(({ record }) => record),
          skipDuplicates: true,
          select: { id: true },
        });
        const isNew = new Set(created.map(({ id }) => id));
        const added = rows.filter(({ record }) => isNew.has(record.id));
        await tx.person.createMany({ data: added.map(({ person }) => person) });
        await tx.personName.createMany({ data: added.flatMap(({ names }) => names) });
        imported += created.length;
      }
      return { imported, known: ids.length - imported };
    },
    { timeout },
  );
}

function rowsOf(id: string, input: EarlierRecordInput | undefined, importedAt: Date) {
  if (!input) throw new Error(`record ${id} was not read`);
  const { side, note = null } = input;
  const details = detailsOfRecord(input) as Prisma.InputJsonObject;
  const record = { id, side, kind: kindOfRecord(input), details, note, importedAt };
  return { record, ...personRows(uuidv5('person', id), side, { recordId: id }, input.person) };
}

const fileSchema = z.looseObject({ records: z.array(z.unknown()) });

function readRecords(file: unknown): EarlierRecordInput[] {
  const { data, error } = fileSchema.safeParse(file);
  if (error) throw new InvalidInputError([{ pointer: '/records', code: 'not-a-list' }]);
  const faults: InputFault[] = [];
  const records = data.records.flatMap((item, index) => {
    const read = earlierRecordSchema.safeParse(item);
    if (read.success) return [read.data];
    faults.push(...read.error.issues.map((issue) => faultOf(index, issue)));
    return [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return records;
}

/** A rule of our own gives its code as its message; what zod checks by itself it says in its own words. */
function faultOf(index: number, { path, code, message }: z.core.$ZodIssue): InputFault {
  const pointer = ['', 'records', index, ...path.map(String)].join('/');
  if (code === 'custom') return { pointer, code: message };
  return { pointer, code: code.replaceAll('_', '-'), params: { message } };
}
