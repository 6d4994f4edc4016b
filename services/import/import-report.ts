import { z } from 'zod';

const instant = z.iso.datetime();

const positionSchema = z
  .object({
    status: z.string(),
    openSteps: z.array(
      z.object({
        step: z.string(),
        stepKey: z.string(),
        role: z.string(),
        queue: z.enum(['todo', 'awaited']),
        dueAt: instant.nullable(),
      }),
    ),
    next: z.array(z.string()).describe('Roles that have something to do now'),
    clocks: z
      .array(
        z.object({
          key: z.string(),
          rule: z.string(),
          status: z.enum(['running', 'expired']),
          dueAt: instant,
          zone: z.string(),
          lastDay: z.string().nullable(),
          settled: z.boolean().describe('Passed, and dealt with'),
          source: z.string(),
          verified: z.boolean(),
        }),
      )
      .describe('Limits that run, and those of facts that have passed; soonest first'),
    inCustody: z.array(z.string()).describe('Periods of custody that have not ended'),
  })
  .meta({ id: 'ImportPosition' });

export type Position = z.infer<typeof positionSchema>;

export const rowResults = ['ready', 'imported', 'imported-before', 'refused'] as const;

const rowReport = z.object({
  index: z.int().describe('Place of the row in the request'),
  source: z.string().nullable(),
  reference: z.string().nullable(),
  result: z
    .enum(rowResults)
    .describe('`ready` only in a preview; `imported-before`: the case is there and was left as it is'),
  caseId: z.uuid().nullable(),
  caseReference: z.string().nullable(),
  position: positionSchema.nullable().describe('Where the case stands'),
  faults: z.array(
    z.object({
      pointer: z.string().describe('JSON Pointer into the row'),
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      detail: z.string(),
    }),
  ),
});

export const importReportSchema = z
  .object({
    counts: z.record(z.enum(rowResults), z.int()),
    rows: z.array(rowReport),
  })
  .meta({ id: 'ImportReport' });

export type ImportReport = z.infer<typeof importReportSchema>;
export type RowReport = z.infer<typeof rowReport>;
