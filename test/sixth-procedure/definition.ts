import { z } from 'zod';
import { line } from '../../domain/input';
import type { ProcedureDefinition } from '../../domain/procedures/definition';
import { factForms } from '../../domain/procedures/fact-forms';
import { type SentencedTransferRequest, sentencedTransferRequest, transferItems } from './request';
import { sentencedTransferSteps as steps } from './steps';

export const sentencedTransfer: ProcedureDefinition<'sentenced-transfer', SentencedTransferRequest> = {
  name: 'sentenced-transfer',
  version: 1,
  workflowType: 'sentencedTransfer',
  steps,
  request: sentencedTransferRequest,
  facts: factForms(steps, {
    zone: 'Asia/Baghdad',
    details: {
      'person-consent': z.strictObject({ court: line }),
      'state-consent': z.strictObject({ by: line }),
      handover: z.strictObject({ place: line }),
    },
  }),
  assess({ documents, person, requestingState }) {
    const provided = new Set<string>(documents.map(({ item }) => item));
    return {
      gaps: transferItems.filter((item) => !provided.has(item)),
      blocking: [],
      findings: person.nationalities.includes(requestingState) ? [] : ['no-national-of-requesting-state'],
    };
  },
};
