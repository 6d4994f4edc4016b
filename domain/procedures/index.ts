import { committeeResolution } from './committee-resolution/definition';
import type { ProcedureDefinition } from './definition';
import { incomingExtradition } from './incoming-extradition/definition';
import { informationExchange } from './information-exchange/definition';
import { outgoingExtradition } from './outgoing-extradition/definition';
import { suspectTransfer } from './suspect-transfer/definition';

/** Every procedure of the house. A new one is added here, and the order of its steps in workflows/. */
export const procedures = [
  outgoingExtradition,
  incomingExtradition,
  suspectTransfer,
  informationExchange,
  committeeResolution,
] as const;

type AnyProcedure = (typeof procedures)[number];
export type ProcedureName = AnyProcedure['name'];

/** The request of a procedure, of any where none is named. */
export type RequestOf<N extends ProcedureName = ProcedureName> =
  Extract<AnyProcedure, { readonly name: N }> extends ProcedureDefinition<N, infer Request> ? Request : never;
