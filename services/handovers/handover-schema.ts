import { z } from 'zod';
import { protocolSchema } from '../../domain/procedures/suspect-transfer/facts';
import { comparedParts } from './compare-protocols';

const instant = z.iso.datetime();
const said = z.union([z.string(), z.array(z.string()).readonly()]);

const signatureSchema = z.object({
  agency: z.string().describe('The side whose signature it is'),
  step: z.string().describe('The fact that records it'),
  signed: z.boolean(),
  hour: instant.nullable().describe('Null while it is not there, or waits for the own signature'),
  zone: z.string().nullable(),
  recordedAt: instant.nullable(),
  recordedBy: z.string().nullable().describe("An officer of the own side, or the other side's agency"),
  protocol: protocolSchema.nullable(),
});

const roundSchema = z.object({
  round: z.int(),
  state: z
    .enum(['unsigned', 'half-signed', 'agreed', 'different'])
    .describe('What each side signed is shown to the other when both have signed'),
  given: signatureSchema,
  taken: signatureSchema,
  parts: z
    .array(
      z.object({
        part: z.enum(comparedParts),
        differs: z.boolean(),
        given: said,
        taken: said,
        onlyGiven: z.array(z.string()).readonly(),
        onlyTaken: z.array(z.string()).readonly(),
      }),
    )
    .nullable()
    .describe('The two signatures part by part; null until both are there'),
  settled: z
    .string()
    .nullable()
    .describe('What was done about the difference: signed anew, or kept as a reservation'),
});

export const handoverSchema = z
  .object({
    caseId: z.uuid(),
    reference: z.string(),
    handovers: z.array(
      z.object({
        kind: z.enum(['handover', 'return']).describe('To the side that asked, and back'),
        rounds: z.array(roundSchema).describe('Oldest first: the last one counts'),
      }),
    ),
  })
  .meta({ id: 'Handover' });

export type HandoverView = z.infer<typeof handoverSchema>;
export type HandoverKind = HandoverView['handovers'][number]['kind'];
export type RoundView = z.infer<typeof roundSchema>;
export type SignatureView = z.infer<typeof signatureSchema>;
