import { z } from 'zod';
import { line } from '../../domain/input';
import { fileOf, identity, pastDate, state } from '../../domain/procedures/person-fields';

export const transferItems = ['judgment', 'statement-of-remaining-term'] as const;

/** What a request says: who, by which final judgment, and how much of the sentence is left. */
export const sentencedTransferRequest = z.strictObject({
  requestingState: state,
  requestedState: z.literal('IQ'),
  urgency: z.literal('ordinary').default('ordinary'),
  confidentialUntilArrest: z.boolean().default(true),
  person: z.strictObject(identity),
  judgment: z.strictObject({ court: line, number: line, finalSince: pastDate }),
  monthsRemaining: z.int().positive(),
  documents: z.array(fileOf(transferItems)).default([]),
});

export type SentencedTransferRequest = z.infer<typeof sentencedTransferRequest>;
