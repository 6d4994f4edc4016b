import { z } from 'zod';
import { id } from '../domain/input';
import type { CommonRequest, FactInput, ProcedureDefinition } from '../domain/procedures/definition';
import { outgoingExtradition } from '../domain/procedures/outgoing-extradition/definition';
import { suspectTransfer } from '../domain/procedures/suspect-transfer/definition';
import { NotFoundError, UnreadableInputError } from './errors';

/** Every procedure of the house. A new one is added here, and its order of steps in workflows/. */
const definitions: readonly ProcedureDefinition[] = [outgoingExtradition, suspectTransfer];

export const procedureNames = definitions.map(({ name }) => name);

const reopens = id.optional().describe('A closed case that this one takes up again');

function openingOf<N extends string, R extends CommonRequest>({ name, request }: ProcedureDefinition<N, R>) {
  return z.strictObject({ procedure: z.literal(name), request, reopens });
}

/** The body that starts a procedure. */
export const openingSchema = z
  .discriminatedUnion('procedure', [openingOf(outgoingExtradition), openingOf(suspectTransfer)])
  .meta({ id: 'Opening' });

export type Opening = z.infer<typeof openingSchema>;
export type ProcedureRequest = Opening['request'];

/** The request of any procedure, as the register holds it. */
export const requestSchema = z.union([outgoingExtradition.request, suspectTransfer.request]);

/** The body that records a fact, as the procedures declare it: the case's own tells which of them is meant. */
export const anyFactSchema = z.union(definitions.map(({ facts }) => facts)).meta({ id: 'FactInput' });

/** A fact as it came: nothing is known of it but that it is one. */
export const rawFactSchema = z.looseObject({ step: z.string() });
export type RawFact = z.infer<typeof rawFactSchema>;

/** @throws NotFoundError for a name that is no procedure */
export function procedureOf(name: string): ProcedureDefinition {
  const found = definitions.find((definition) => definition.name === name);
  if (!found) throw new NotFoundError(name);
  return found;
}

export function workflowTypeOf(procedure: string): string {
  return procedureOf(procedure).workflowType;
}

/** How a procedure reads its facts; for what names none of them, as any of them would. */
export function factsOf(procedure: unknown): z.ZodType<FactInput> {
  return definitions.find(({ name }) => name === procedure)?.facts ?? anyFactSchema;
}

/** @throws UnreadableInputError with every fault, for a fact that the procedure does not know or that says too little */
export function readFact(procedure: string, raw: RawFact): FactInput {
  const { error, data } = procedureOf(procedure).facts.safeParse(raw, { reportInput: true });
  if (error) throw new UnreadableInputError(error);
  return data;
}
