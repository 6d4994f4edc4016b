import { z } from 'zod';
import type { Clock } from '../../prisma/generated/client';

export const clockSchema = z
  .object({
    key: z.string(),
    rule: z.string(),
    ruleVersion: z.int(),
    class: z.enum(['A', 'B', 'C', 'D']),
    stage: z.string(),
    status: z.enum(['running', 'expired', 'met', 'stopped']),
    trigger: z.iso.datetime(),
    zone: z.string(),
    dueAt: z.iso.datetime().describe('The instant at which the limit is over'),
    lastDay: z.string().nullable().describe('The last day, in `zone`; null for limits in hours'),
    previousDueAt: z.iso
      .datetime()
      .nullable()
      .describe('Due before a correction, or before a calendar was changed'),
    limitDate: z.string().nullable().describe('The last day that the other side set, in `zone`'),
    reasoning: z
      .array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }))
      .describe('How the date was found, step by step'),
    calendar: z.string().nullable().describe('The calendar that was asked, with its province'),
    restsOnExpected: z
      .array(z.string())
      .describe('Expected holidays, confirmed by nobody yet, that the date rests on'),
    effect: z.string(),
    holder: z.string(),
    agency: z.string().nullable().describe('Whose duty it is, in a case between two sides'),
    source: z.string(),
    verified: z.boolean().describe('false: the rule has not been checked against the official text'),
    metAt: z.iso.datetime().nullable(),
    inTime: z.boolean().nullable(),
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Clock' });

/**
 * A clock as the API shows it, always with its source and whether the rule was verified.
 *
 * @param agency of a service level that of its step
 */
export function clockView(clock: Clock, agency = clock.agencyCode): z.infer<typeof clockSchema> {
  const { key, rule, ruleVersion, stage, status, zone, lastDay, limitDate, calendar } = clock;
  const { effect, holder, source, verified, inTime, restsOnExpected } = clock;
  return {
    key,
    rule,
    ruleVersion,
    class: clock.class as 'A' | 'B' | 'C' | 'D',
    stage,
    status,
    zone,
    lastDay,
    limitDate,
    calendar,
    restsOnExpected,
    reasoning: clock.reasoning as z.infer<typeof clockSchema>['reasoning'],
    effect,
    holder,
    agency,
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

/** Key of the running legal limit that must be kept and is over first; null when none runs. Service levels are none. */
export function nextHardLimit(clocks: readonly Clock[]): string | null {
  const hard = clocks.filter(
    (clock) => clock.status === 'running' && clock.stage === 'must' && clock.class !== 'D',
  );
  const [first] = hard.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return first?.key ?? null;
}
