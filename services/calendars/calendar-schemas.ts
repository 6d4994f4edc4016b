import { z } from 'zod';
import { calendarCodes } from '../../domain/calendar/calendar';
import { calendarActions } from '../../domain/calendar/calendar-changes';
import { line, prose } from '../../domain/input';

export const calendarCode = z.enum(calendarCodes).meta({ example: 'IQ' });

/** A province as it is named in agencies and closures, e.g. 'najaf'. */
const province = z.string().regex(/^[a-z][a-z-]{0,59}$/, 'province-name');

export const calendarDaySchema = z
  .object({
    date: z.iso.date(),
    kind: z.enum(['holiday', 'working-day']),
    occasion: z.string(),
    province: z.string().nullable(),
    standing: z.enum(['fixed', 'expected', 'confirmed']).describe('expected: nobody has confirmed it yet'),
    source: z.string(),
    verified: z.boolean(),
  })
  .meta({ id: 'CalendarDay' });

export const calendarSchema = z
  .object({
    calendar: calendarCode,
    knownYears: z
      .object({ from: z.int(), to: z.int() })
      .describe('Outside of these years nothing is said of holidays'),
    revision: z.int().describe('Number of the last change of any calendar; 0 before the first'),
    days: z.array(calendarDaySchema),
  })
  .meta({ id: 'Calendar' });

export const calendarEditSchema = z
  .strictObject({
    reason: prose.describe('Why: it is shown on every case that the change moves'),
    source: line.describe('The announcement or order that says so'),
    changes: z
      .array(
        z.strictObject({
          action: z.enum(calendarActions),
          date: z.string(),
          occasion: line,
          province: province.nullable().optional(),
        }),
      )
      .min(1)
      .max(366),
  })
  .meta({ id: 'CalendarEdit' });

export type CalendarEditInput = z.infer<typeof calendarEditSchema>;

const warnings = z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()) }));

/** How many limits a change moves. An administrator takes no part in cases: no case is named. */
export const calendarEffectSchema = z
  .object({
    cases: z.int(),
    limits: z.int(),
    earlier: z.int().describe('Limits that end earlier than before'),
    later: z.int().describe('Limits that end later than before'),
    warnings: warnings.describe('What the law on holidays seems not to bear'),
  })
  .meta({ id: 'CalendarEffect' });

export type CalendarEffect = z.infer<typeof calendarEffectSchema>;

export const calendarChangeSchema = z
  .object({
    revision: z.int(),
    calendar: z.string(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
    reason: z.string(),
    edits: z.array(
      z.object({
        action: z.string(),
        date: z.string(),
        occasion: z.string(),
        province: z.string().nullable(),
      }),
    ),
    delivery: z
      .object({ waiting: z.int(), delivered: z.int(), closed: z.int(), missing: z.int() })
      .describe('Cases that the change has to reach, by what came of it'),
  })
  .meta({ id: 'CalendarChange' });

export type CalendarChangeView = z.infer<typeof calendarChangeSchema>;
