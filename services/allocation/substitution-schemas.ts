import { z } from 'zod';
import { stateOf } from '../../domain/allocation/substitution';
import { instant, zone } from '../../domain/input';
import type { Officer, Substitution } from '../../prisma/generated/client';
import { procedureNames } from '../procedures';
import { personSchema } from '../tasks/task-view';

const account = z.string().min(1).max(200);

export const substitutionInputSchema = z
  .strictObject({
    absent: account.optional().describe('Account name of who is away; you, where nobody is named'),
    substitute: account.describe('Account name of who acts for him: an officer of the same agency'),
    from: instant.describe('Where it is past, from now on'),
    until: instant.describe('The first instant at which it is over'),
    zone: zone.describe('In which the period is shown'),
    procedures: z.array(z.enum(procedureNames)).default([]).describe('None named: all'),
  })
  .meta({ id: 'SubstitutionInput' });

export type SubstitutionInput = z.infer<typeof substitutionInputSchema>;

export const substitutionSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['scheduled', 'active', 'ended']),
    absent: personSchema,
    substitute: personSchema,
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    zone: z.string(),
    procedures: z.array(z.string()).describe('Empty: all'),
    endedAt: z.iso.datetime().nullable().describe('When it was ended early'),
  })
  .meta({ id: 'Substitution' });

export type SubstitutionView = z.infer<typeof substitutionSchema>;

export const withPersons = { absent: true, substitute: true } as const;

type Row = Substitution & { readonly absent: Officer; readonly substitute: Officer };

export function substitutionView(rule: Row, now = new Date()): SubstitutionView {
  const { id, absent, substitute, fromAt, untilAt, zone, procedures, endedAt } = rule;
  return {
    id,
    state: stateOf(rule, now),
    absent: personOf(absent),
    substitute: personOf(substitute),
    from: fromAt.toISOString(),
    until: untilAt.toISOString(),
    zone,
    procedures,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function personOf({ subject: account, name }: Officer) {
  return { account, name };
}
