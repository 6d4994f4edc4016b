import { committeeResolutionProcedure } from './committee-resolution';
import type { Procedure } from './engine/procedure';
import { incomingExtraditionProcedure } from './incoming-extradition';
import { informationExchangeProcedure } from './information-exchange';
import { outgoingExtraditionProcedure } from './outgoing-extradition';
import { suspectTransferProcedure } from './suspect-transfer';

const procedures: readonly Procedure[] = [
  outgoingExtraditionProcedure,
  incomingExtraditionProcedure,
  suspectTransferProcedure,
  committeeResolutionProcedure,
  informationExchangeProcedure,
];

/** The procedure of a name. It can be planned with outside of Temporal. @throws Error for a name that none has */
export function procedureNamed(name: string): Procedure {
  const found = procedures.find((procedure) => procedure.name === name);
  if (!found) throw new Error(`no procedure is named ${name}`);
  return found;
}
