import { z } from 'zod';
import { id } from '../../domain/input';

export const caseParams = z.object({ caseId: id });
export const taskParams = z.object({ taskId: id });
export const documentParams = z.object({ documentId: id });

/** Page size of lists. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);
