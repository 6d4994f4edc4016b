import { z } from 'zod';

export const caseParams = z.object({ caseId: z.uuid() });
export const taskParams = z.object({ taskId: z.uuid() });
export const documentParams = z.object({ documentId: z.uuid() });

/** Page size of lists. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);
