import { z } from 'zod';
import { calendarCodes } from '../../domain/calendar/calendar';
import { zone } from '../../domain/input';
import { actTypes } from '../../domain/law/rule-record';

const amount = z.int().min(1).max(10_000);

/** Read by the clock engine, which knows the zone: an instant with an offset, or a local time without. */
const time = z
  .string()
  .max(40)
  .meta({ example: '2026-03-03T23:30:00+01:00' })
  .describe('An ISO 8601 instant with its offset, or a local time without one in `zone`');

const limitSchema = z.strictObject({
  amount,
  unit: z.enum(['hour', 'day', 'working-day', 'week', 'month', 'year']),
  class: z
    .enum(['A', 'B', 'C', 'D'])
    .default('C')
    .describe('A custody in hours, B custody in days, C filing and answering, D internal service level'),
  includeFirstDay: z.boolean().default(false),
  roll: z
    .enum(['none', 'next-working'])
    .default('none')
    .describe('What becomes of a last day that is no working day; custody limits (A, B) never roll'),
  calendar: z.enum(calendarCodes).optional().describe('Without one, that of the zone where one is known'),
});

/** The question put to the deadline calculator. Exactly one of `rule` and `limit` says what is counted. */
export const deadlineSchema = z
  .strictObject({
    rule: z.string().min(1).max(60).optional().meta({ example: 'SWE23-40' }),
    limit: limitSchema.optional(),
    trigger: time,
    zone: zone.describe('IANA zone of the custody, or of whoever has to act'),
    limitDate: z
      .string()
      .max(10)
      .optional()
      .describe('Last day that the other side set, an ISO date in `zone`'),
    acts: z
      .array(z.strictObject({ type: z.enum(actTypes), at: time }))
      .max(1_000)
      .default([])
      .describe('What was done since and moves the limit; `at` of a reset is the new date that was agreed'),
    maximumPenalty: z
      .union([
        z.enum(['life', 'death']),
        z.strictObject({ amount, unit: z.enum(['day', 'week', 'month', 'year']) }),
      ])
      .optional()
      .describe('Where a rule needs it (Iraq, CPC 23/1971 art. 109: a quarter of it)'),
  })
  .refine(({ rule, limit }) => (rule === undefined) !== (limit === undefined), {
    path: ['rule'],
    error: 'rule-or-limit',
  })
  .meta({ id: 'DeadlineInput' });

export type DeadlineInput = z.infer<typeof deadlineSchema>;

const due = z.object({
  date: z.iso.date().nullable().describe('The last day, in `zone`; null for limits in hours'),
  instant: z.iso.datetime().describe('The moment at which the limit is over'),
  zone: z.string(),
  ownerInstant: z.string().describe('The same moment on the clock of your agency'),
});

/** The calculator's answer. */
export const deadlineAnswerSchema = z
  .object({
    due,
    stages: z
      .array(z.object({ rule: z.string(), stage: z.enum(['may', 'must']), effect: z.string(), due }))
      .describe('A limit of several stages: from when the other side may act, and when it must'),
    reasoning: z.array(z.string()).describe('How the date was found, step by step'),
    warnings: z.array(z.object({ code: z.string(), at: z.iso.datetime(), text: z.string() })),
    rule: z.string().nullable(),
    ruleVersion: z.int().nullable(),
    class: z.enum(['A', 'B', 'C', 'D']),
    effect: z.string(),
    source: z.string(),
    standing: z
      .enum(['law', 'policy', 'template', 'comparison', 'none'])
      .describe('Whether a case would obey it where its instrument binds'),
    verified: z.boolean().describe('false: nobody has checked it against the official text'),
    calendar: z.string().nullable(),
    restsOnExpected: z.array(z.string()).describe('Expected holidays, confirmed by nobody yet'),
  })
  .meta({ id: 'DeadlineAnswer' });

export type DeadlineAnswer = z.infer<typeof deadlineAnswerSchema>;
