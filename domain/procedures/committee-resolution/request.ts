import { z } from 'zod';
import { nextWorkingMorning } from '../../committee/ballot';
import { id, instant, line, prose } from '../../input';
import { fileOf } from '../person-fields';

/** What is put before the committee in writing. */
export const resolutionItems = ['draft-resolution'] as const;

const maximumWorkingDays = 60;

/**
 * What a resolution says: the matter and when the seats are asked. It is about no person. `linkedCaseId` names a case
 * that the opener may see; who may not see that case is not shown the link.
 */
export const resolutionRequestSchema = z
  .strictObject({
    requestingState: z.literal('IQ').default('IQ'),
    requestedState: z.literal('IQ').default('IQ'),
    urgency: z.literal('ordinary').default('ordinary'),
    confidentialUntilArrest: z.literal(false).default(false),
    title: line,
    text: prose,
    openFrom: z
      .union([z.literal(nextWorkingMorning), instant])
      .default(nextWorkingMorning)
      .describe('An instant, or the next working day after the invitation, 09:00 in Baghdad'),
    openForWorkingDays: z
      .int()
      .min(1)
      .max(maximumWorkingDays)
      .describe('Working days on which it is open; the day on which it opens is the first'),
    linkedCase: id.optional(),
    documents: z.array(fileOf(resolutionItems)).default([]),
  })
  .meta({ id: 'CommitteeResolutionRequest' });

export type ResolutionRequest = z.infer<typeof resolutionRequestSchema>;
