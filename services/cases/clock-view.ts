import { z } from 'zod';
import type { Clock } from '../../prisma/generated/client';

export const clockSchema = z
  .object({
    key: z.string(),
    rule: z.string(),
    class: z.enum(['A', 'B', 'C', 'D']),
    stage: z.string(),
    status: z.enum(['running', 'expired', 'met', 'stopped']),
    trigger: z.iso.datetime(),
    zone: z.string(),
    dueAt: z.iso.datetime().describe('The instant at which the limit is over'),
    lastDay: z.string().nullable().describe('The last day, in `zone`; null for limits in hours'),
    previousDueAt: z.iso.datetime().nullable().describe('Due before a correction'),
    effect: z.string(),
    holder: z.string(),
    source: z.string(),
    verified: z.boolean().describe('false: the rule has not been checked against the official text'),
    metAt: z.iso.datetime().nullable(),
    inTime: z.boolean().nullable(),
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Clock' });

/** A clock as the API shows it, always with its source and whether the rule was verified. */
export function clockView(clock: Clock): z.infer<typeof clockSchema> {
  const { key, rule, stage, status, zone, lastDay, effect, holder, source, verified, inTime } = clock;
  return {
    key,
    rule,
    class: clock.class as 'A' | 'B' | 'C' | 'D',
    stage,
    status,
    zone,
    lastDay,
    effect,
    holder,
    source,
    verified,
    inTime,
    trigger: clock.trigger.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    previousDueAt: clock.previousDueAt?.toISOString() ?? null,
    metAt: clock.metAt?.toISOString() ?? null,
    settledAt: clock.settledAt?.toISOString() ?? null,
  };
}
