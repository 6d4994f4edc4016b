import { runCase } from '../../workflows/case-workflow/run-case';
import type { CaseInput } from '../../workflows/messages';
import { sentencedTransferProcedure } from './workflow';

/** Temporal finds it by its name; in the product it stands in workflows/index.ts. */
export const sentencedTransfer = (input: CaseInput): Promise<string> =>
  runCase(sentencedTransferProcedure, input);
