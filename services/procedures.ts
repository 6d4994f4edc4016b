import { z } from 'zod';
import { id } from '../domain/input';
import { type ProcedureName, procedures, type RequestOf } from '../domain/procedures';
import type { FactInput, ProcedureDefinition } from '../domain/procedures/definition';
import type { StepTable } from '../domain/procedures/step';
import { NotFoundError, UnreadableInputError } from './errors';

const definitions: readonly ProcedureDefinition[] = procedures;

export const procedureNames = procedures.map(({ name }) => name);

/** The request of any procedure. */
export type ProcedureRequest = RequestOf;

/** What starts a procedure. */
export type Opening = {
  [N in ProcedureName]: {
    readonly procedure: N;
    readonly request: RequestOf<N>;
    readonly reopens?: string | undefined;
  };
}[ProcedureName];

const reopens = id.optional().describe('A closed case that this one takes up again');

const [firstOpening, ...otherOpenings] = definitions.map(({ name, request }) =>
  z.strictObject({ procedure: z.literal(name), request, reopens }),
);
if (!firstOpening) throw new Error('there is no procedure');

/** The body that starts a procedure. */
export const openingSchema = z
  .discriminatedUnion('procedure', [firstOpening, ...otherOpenings])
  .meta({ id: 'Opening' }) as unknown as z.ZodType<Opening>;

/** The request of any procedure, as the register holds it. */
export const requestSchema = z.union(
  definitions.map(({ request }) => request),
) as unknown as z.ZodType<ProcedureRequest>;

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

/** The steps of a procedure as a case of that version goes through them. @throws NotFoundError for a name that is no procedure */
export function stepsOf(name: string, version: number): StepTable {
  const { earlierSteps, steps } = procedureOf(name);
  return earlierSteps?.[version] ?? steps;
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
