import { z } from 'zod';
import { majorities, tieRules } from '../../domain/committee/committee';
import { line, prose } from '../../domain/input';

const policy = 'House policy: no source states it';
const maximumSeats = 100;

export const committeeRulesSchema = z
  .strictObject({
    quorum: z.int().min(1).max(maximumSeats).describe(`Seats that must take part. ${policy}`),
    majority: z.enum(majorities).describe(policy),
    tie: z.enum(tieRules).describe(policy),
    voteMayChange: z
      .boolean()
      .describe(`Whether a seat may vote otherwise until the ballot closes. ${policy}`),
    recusalCountsForQuorum: z.boolean().describe(policy),
  })
  .meta({ id: 'CommitteeRules' });

const account = z.string().min(1).max(200).nullable();

const seatSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,19}$/, 'seat-code'),
  body: line.nullable().describe('The institution; null where no source names it'),
  chair: z.boolean().default(false),
  active: z.boolean().default(true).describe('Only active seats are asked'),
  member: account.default(null).describe("The member's account name"),
  deputy: account.default(null).describe("The deputy's account name"),
});

export const committeeInputSchema = z
  .strictObject({
    baseRevision: z.int().min(1).describe('The `revision` that was read and edited'),
    reason: prose,
    rules: committeeRulesSchema,
    seats: z.array(seatSchema).min(1).max(maximumSeats),
  })
  .meta({ id: 'CommitteeInput' });

export type CommitteeInput = z.infer<typeof committeeInputSchema>;

const officer = z.object({ account: z.string(), name: z.string(), active: z.boolean() }).nullable();

export const committeeSchema = z
  .object({
    revision: z.int().describe('Number of the last change'),
    rules: committeeRulesSchema,
    seats: z.array(seatSchema.extend({ member: officer, deputy: officer })),
  })
  .meta({ id: 'Committee' });

export type CommitteeView = z.infer<typeof committeeSchema>;

export const committeeChangeSchema = z
  .object({
    revision: z.int(),
    changedAt: z.iso.datetime(),
    changedBy: z.string().nullable().describe('Null for what was shipped'),
    reason: z.string(),
    rules: committeeRulesSchema,
    seats: z.int().describe('Seats that were active from then on'),
  })
  .meta({ id: 'CommitteeChange' });

export type CommitteeChangeView = z.infer<typeof committeeChangeSchema>;
