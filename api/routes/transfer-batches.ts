import { z } from 'zod';
import { id } from '../../domain/input';
import { batchSchema } from '../../services/batches/batch-input';
import { batchListSchema, batchSummarySchema, batchViewSchema } from '../../services/batches/batch-view';
import { getBatch, listBatches } from '../../services/batches/get-batch';
import { openBatch } from '../../services/batches/open-batch';
import { route } from '../route';
import { limit } from './shared';

const batchParams = z.object({ batchId: id });

/** Persons who are transferred together; each goes the way of a case of his own. */
export const transferBatchRoutes = [
  route({
    method: 'post',
    path: '/transfer-batches',
    summary: 'Ask for the transfer of several persons; their cases are opened one after another',
    permission: 'batch.open',
    auditEvent: 'batch.opened',
    body: batchSchema,
    answer: batchSummarySchema,
    status: 201,
    handle: async ({ context, officer, key, body, about }) => {
      const opened = await openBatch(context, officer, key, body);
      about({ subjectId: opened.id });
      return opened;
    },
  }),
  route({
    method: 'get',
    path: '/transfer-batches',
    summary: 'Batches of your agency, and those that the other side has shared cases of; newest first',
    permission: 'batch.read',
    auditEvent: 'batch.listed',
    query: z.strictObject({ after: id.optional(), limit }),
    answer: batchListSchema,
    handle: ({ context, officer, query }) => listBatches(context, officer, query),
  }),
  route({
    method: 'get',
    path: '/transfer-batches/:batchId',
    summary: 'A batch: how far it is, what became of its cases, and which they are',
    permission: 'batch.read',
    auditEvent: 'batch.read',
    params: batchParams,
    answer: batchViewSchema,
    handle: async ({ context, officer, params, about }) => {
      about({ subjectId: params.batchId });
      return await getBatch(context, officer, params.batchId);
    },
  }),
];
