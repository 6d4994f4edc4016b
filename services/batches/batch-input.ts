import { z } from 'zod';
import { line } from '../../domain/input';
import {
  direction,
  type TransferRequest,
  transferRequestSchema,
  transferredPersonSchema,
} from '../../domain/procedures/suspect-transfer/request';
import { namedTwice } from './named-twice';

const mostPersons = 500;

const { person, documents: files, ...ofTransfer } = transferredPersonSchema.shape;

/**
 * One person of a batch, all in one object: `documents` are those by which he is known, `files` those of the request.
 */
const batchPersonSchema = z
  .strictObject({ ...person.shape, ...ofTransfer, files })
  .superRefine((value, context) => {
    const known = new Set(context.issues.map(({ path }) => String(path)));
    for (const { path, message } of faultsAcross(value)) {
      if (!known.has(String(path))) context.addIssue({ code: 'custom', path, message });
    }
  })
  .meta({ id: 'TransferBatchPerson' });

type BatchPerson = z.output<typeof batchPersonSchema>;

/**
 * The body that opens a batch: a direction, and persons who each go the way of a case of their own. Every fault of every
 * person is told at once, a person or warrant that is named twice included.
 */
export const batchSchema = z
  .strictObject({
    procedure: z.literal('suspect-transfer').default('suspect-transfer'),
    ...direction.shape,
    reference: line.describe('What the side that asks calls the batch; each of its batches has another'),
    persons: z.array(batchPersonSchema).min(1).max(mostPersons),
  })
  .refine(({ from, to }) => from !== to, { path: ['from'], error: 'one-side-only' })
  .superRefine(
    ({ persons }, context) => {
      for (const fault of namedTwice(persons)) context.addIssue({ code: 'custom', ...fault });
    },
    { when: ({ value }) => hasPersons(value) },
  )
  .meta({ id: 'TransferBatchInput' });

export type BatchInput = z.output<typeof batchSchema>;

/** The request of each person's case, in the order of the batch. */
export function requestsOf({ from, to, persons }: BatchInput): TransferRequest[] {
  return persons.map((one) => transferRequestSchema.parse(requestOf(one, { from, to })));
}

function requestOf(
  { warrant, arrest, note, files: documents, ...known }: BatchPerson,
  sides: z.input<typeof direction>,
): z.input<typeof transferRequestSchema> {
  return { ...sides, person: known, warrant, arrest, documents, ...(note === undefined ? {} : { note }) };
}

/** What is wrong between two parts of what is said of a person, by the rules of a single request. */
function faultsAcross(one: BatchPerson): { path: PropertyKey[]; message: string }[] {
  const { error } = transferRequestSchema.safeParse(requestOf(one, { from: 'KRG', to: 'FED' }));
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: path[0] === 'person' ? path.slice(1) : path,
    message,
  }));
}

function hasPersons(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'persons' in value && Array.isArray(value.persons);
}
