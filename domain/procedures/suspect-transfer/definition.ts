import type { ProcedureDefinition } from '../definition';
import { isForeignNational } from '../person-fields';
import { assessTransfer } from './assess';
import { signedWith, transferFactSchema } from './facts';
import { type TransferRequest, transferRequestSchema } from './request';
import { suspectTransferSteps } from './steps';

export const suspectTransfer: ProcedureDefinition<'suspect-transfer', TransferRequest> = {
  name: 'suspect-transfer',
  version: 2,
  workflowType: 'suspectTransfer',
  steps: suspectTransferSteps,
  request: transferRequestSchema,
  facts: transferFactSchema,
  assess: assessTransfer,
  told({ arrest, person, warrant }) {
    const { maximumPenalty } = warrant ?? {};
    return {
      alreadyHeld: arrest !== null,
      foreignNational: isForeignNational(person.nationalities),
      ...(maximumPenalty === undefined ? {} : { maximumPenalty }),
    };
  },
  sides: ({ from, to }) => ({ requesting: to, requested: from }),
  warrantOf: ({ warrant }) => warrant,
  signedWith,
};
