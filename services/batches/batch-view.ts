import { z } from 'zod';
import { sides } from '../../domain/case/parties';

const count = z.int().nonnegative();
const side = z.enum(sides);
export const itemStatuses = ['waiting', 'opened', 'refused'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

const ownSideOnly = 'null for the other side, which learns only of the cases that are shared with it';

/** A batch with its counts; nothing of its persons. */
export const batchSummarySchema = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    from: side,
    to: side.describe('The side that asks'),
    agency: z.string(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable().describe(`When the last of its cases was closed; ${ownSideOnly}`),
    progress: z
      .object({ waiting: count, opened: count, refused: count })
      .nullable()
      .describe(`How far the openings have come; ${ownSideOnly}`),
    cases: z
      .object({
        total: count,
        byStatus: z.record(z.string(), count),
        byOutcome: z.record(z.string(), count).describe('Of those that are closed'),
      })
      .describe('Of the cases that you may see'),
  })
  .meta({ id: 'TransferBatch' });

export type BatchSummary = z.infer<typeof batchSummarySchema>;

/** A batch with its persons, as far as the reader may see their cases. Their names are in the cases. */
export const batchViewSchema = batchSummarySchema
  .extend({
    items: z.array(
      z.object({
        place: count.nullable().describe(`In the batch, from 0; ${ownSideOnly}`),
        status: z.enum(itemStatuses),
        refusal: z
          .object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
          .nullable()
          .describe('Why there is no case'),
        case: z
          .object({
            id: z.uuid(),
            reference: z.string(),
            status: z.string(),
            outcome: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'TransferBatchView' });

export type BatchView = z.infer<typeof batchViewSchema>;

export const batchListSchema = z
  .object({
    items: z.array(batchSummarySchema),
    next: z.uuid().nullable().describe('`after` for the next page'),
  })
  .meta({ id: 'TransferBatchList' });

export type BatchList = z.infer<typeof batchListSchema>;
