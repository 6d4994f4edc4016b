import { z } from 'zod';
import type { ContentSummary } from '../domain/case/events';
import type { Side } from '../domain/case/parties';
import { id } from '../domain/input';
import type { Assessment } from '../domain/procedures/assessment';
import { assess } from '../domain/procedures/outgoing-extradition/assess';
import { outgoingFactSchema } from '../domain/procedures/outgoing-extradition/facts';
import {
  type OutgoingRequest,
  outgoingRequestSchema,
} from '../domain/procedures/outgoing-extradition/request';
import { outgoingExtraditionSteps } from '../domain/procedures/outgoing-extradition/steps';
import type { StepTable } from '../domain/procedures/step';
import { assessTransfer } from '../domain/procedures/suspect-transfer/assess';
import {
  hashOfProtocol,
  protocolSchema,
  transferFactSchema,
} from '../domain/procedures/suspect-transfer/facts';
import { type TransferRequest, transferRequestSchema } from '../domain/procedures/suspect-transfer/request';
import { suspectTransferSteps } from '../domain/procedures/suspect-transfer/steps';
import { NotFoundError } from './errors';

/** What the workflow may know of a request beside what every procedure tells it. */
type Told = Pick<ContentSummary, 'alreadyHeld' | 'maximumPenalty'>;

/** What the services know of a procedure: its name, workflow type, steps, and how its request is read and judged. */
interface ProcedureEntry {
  readonly workflowType: string;
  readonly version: number;
  readonly steps: StepTable;
  readonly request: z.ZodType<ProcedureRequest>;
  readonly assess: (request: ProcedureRequest) => Assessment;
  readonly told: (request: ProcedureRequest) => Told;
  /** A procedure between two sides: the one that asks, and the one that is asked. */
  readonly sides: (request: ProcedureRequest) => { requesting: Side; requested: Side } | null;
  /** Court and number of the warrant of which only one case may be open. */
  readonly warrantOf: (request: ProcedureRequest) => { court: string; number: string } | null;
}

export const procedureNames = ['outgoing-extradition', 'suspect-transfer'] as const;
export type ProcedureName = (typeof procedureNames)[number];

const reopens = id.optional().describe('A closed case that this one takes up again');

/** The body that starts a procedure. */
export const openingSchema = z
  .discriminatedUnion('procedure', [
    z.strictObject({
      procedure: z.literal('outgoing-extradition'),
      request: outgoingRequestSchema,
      reopens,
    }),
    z.strictObject({
      procedure: z.literal('suspect-transfer'),
      request: transferRequestSchema,
      reopens,
    }),
  ])
  .meta({ id: 'Opening' });

export type Opening = z.infer<typeof openingSchema>;
export type ProcedureRequest = Opening['request'];

/** The request of any procedure, as the register holds it. */
export const requestSchema = z.union([outgoingRequestSchema, transferRequestSchema]);

/** The body that records a fact, whatever the procedure: no two have a fact of one name. */
export const factSchema = z
  .discriminatedUnion('step', [...outgoingFactSchema.options, ...transferFactSchema.options])
  .meta({ id: 'FactInput' });
export type FactInput = z.infer<typeof factSchema>;

const procedures: Record<ProcedureName, ProcedureEntry> = {
  'outgoing-extradition': {
    workflowType: 'outgoingExtradition',
    version: 1,
    steps: outgoingExtraditionSteps,
    request: outgoingRequestSchema,
    assess: (request) => assess(request as OutgoingRequest),
    told: () => ({}),
    sides: () => null,
    warrantOf: () => null,
  },
  'suspect-transfer': {
    workflowType: 'suspectTransfer',
    version: 1,
    steps: suspectTransferSteps,
    request: transferRequestSchema,
    assess: (request) => assessTransfer(request as TransferRequest),
    told: (request) => toldOfTransfer(request as TransferRequest),
    sides: (request) => sidesOf(request as TransferRequest),
    warrantOf: (request) => (request as TransferRequest).warrant,
  },
};

function toldOfTransfer({ arrest, warrant }: TransferRequest): Told {
  const { maximumPenalty } = warrant ?? {};
  return { alreadyHeld: arrest !== null, ...(maximumPenalty === undefined ? {} : { maximumPenalty }) };
}

function sidesOf({ from, to }: TransferRequest): { requesting: Side; requested: Side } {
  return { requesting: to, requested: from };
}

/** SHA-256 of what an officer signs with a fact; undefined for one that is no signature. */
export function signedWith({ step, details }: Pick<FactInput, 'step' | 'details'>): string | undefined {
  switch (step) {
    case 'handover-given':
    case 'handover-taken':
    case 'return-given':
    case 'return-taken':
      return hashOfProtocol(protocolSchema.parse(details));
    default:
      return undefined;
  }
}

/** @throws NotFoundError for a name that is no procedure */
export function procedureOf(name: string): ProcedureEntry {
  if (!Object.hasOwn(procedures, name)) throw new NotFoundError(name);
  return procedures[name as ProcedureName];
}

export function workflowTypeOf(procedure: string): string {
  return procedureOf(procedure).workflowType;
}
