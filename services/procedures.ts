import { z } from 'zod';
import { id } from '../domain/input';
import { type Assessment, assess } from '../domain/procedures/outgoing-extradition/assess';
import { outgoingFactSchema } from '../domain/procedures/outgoing-extradition/facts';
import { outgoingRequestSchema } from '../domain/procedures/outgoing-extradition/request';
import { outgoingExtraditionSteps } from '../domain/procedures/outgoing-extradition/steps';
import type { StepTable } from '../domain/procedures/step';
import { NotFoundError } from './errors';

/** What the services know of a procedure: its name, workflow type, steps, and how its request is read and judged. */
interface ProcedureEntry {
  readonly workflowType: string;
  readonly version: number;
  readonly steps: StepTable;
  readonly assess: (request: ProcedureRequest) => Assessment;
}

export const procedureNames = ['outgoing-extradition'] as const;
export type ProcedureName = (typeof procedureNames)[number];

/** The body that starts a procedure. */
export const openingSchema = z
  .discriminatedUnion('procedure', [
    z.strictObject({
      procedure: z.literal('outgoing-extradition'),
      request: outgoingRequestSchema,
      reopens: id.optional().describe('A closed case that this one takes up again'),
    }),
  ])
  .meta({ id: 'Opening' });

export type Opening = z.infer<typeof openingSchema>;
export type ProcedureRequest = Opening['request'];

/** The body that records a fact, whatever the procedure. */
export const factSchema = outgoingFactSchema;
export type FactInput = z.infer<typeof factSchema>;

const procedures: Record<ProcedureName, ProcedureEntry> = {
  'outgoing-extradition': {
    workflowType: 'outgoingExtradition',
    version: 1,
    steps: outgoingExtraditionSteps,
    assess,
  },
};

/** @throws NotFoundError for a name that is no procedure */
export function procedureOf(name: string): ProcedureEntry {
  if (!Object.hasOwn(procedures, name)) throw new NotFoundError(name);
  return procedures[name as ProcedureName];
}

export function workflowTypeOf(procedure: string): string {
  return procedureOf(procedure).workflowType;
}
