import { committeeFacts } from '../committee-steps';
import type { ProcedureDefinition } from '../definition';
import { factForms } from '../fact-forms';
import { type ResolutionRequest, resolutionItems, resolutionRequestSchema } from './request';
import { resolutionOpener, committeeResolutionSteps as steps } from './steps';

export const committeeResolution: ProcedureDefinition<'committee-resolution', ResolutionRequest> = {
  name: 'committee-resolution',
  version: 1,
  workflowType: 'committeeResolution',
  openedBy: resolutionOpener,
  steps,
  request: resolutionRequestSchema,
  facts: factForms(steps, { zone: 'Asia/Baghdad', details: committeeFacts }).meta({
    id: 'CommitteeResolutionFact',
  }),
  assess({ documents }) {
    const provided = new Set<string>(documents.map(({ item }) => item));
    return { gaps: resolutionItems.filter((item) => !provided.has(item)), blocking: [], findings: [] };
  },
  told: ({ openFrom, openForWorkingDays }) => ({ ballot: { openFrom, openForWorkingDays } }),
  linkOf: ({ linkedCase }) => linkedCase ?? null,
};
