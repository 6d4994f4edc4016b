import { z } from 'zod';

const instant = z.iso.datetime();

export const questionView = z.object({
  number: z.int().describe('Its place in the request, from 1 on'),
  id: z.string(),
  text: z.string(),
  sensitive: z.boolean(),
  document: z.boolean().describe('The answer has to come with a document'),
  status: z
    .enum(['open', 'prepared', 'answered', 'refused', 'withdrawn'])
    .describe('`prepared` is told to the asked side alone: an answer that has not left yet'),
  answeredAt: instant.nullable(),
  codes: z.array(z.string()).describe('Why it was refused'),
  answer: z.unknown().describe('What was answered, in words'),
  documents: z.array(z.string()),
  workingDays: z.int().nullable().describe('Working days from the receipt to the answer'),
});

export const questionsSchema = z
  .object({
    subject: z.string(),
    classification: z.string(),
    askedAt: instant.nullable().describe('When the request was sent'),
    receivedAt: instant.nullable().describe('When the asked side had it: the limit runs from then on'),
    dueAt: instant.nullable(),
    previousDueAt: instant.nullable().describe('What it was due before the last extension'),
    calendar: z.string().describe('The calendar by which working days are counted here'),
    answered: z.int().describe('How many questions wait for nothing any more'),
    lastAnsweredAt: instant.nullable(),
    workingDays: z
      .int()
      .nullable()
      .describe('Working days from the receipt to the last answer, when all are there'),
    questions: z.array(questionView),
  })
  .meta({ id: 'Questions' });

export type QuestionsView = z.infer<typeof questionsSchema>;
export type QuestionView = z.infer<typeof questionView>;

/** What became of a question, before it is measured. */
export type Answer = Pick<QuestionView, 'status' | 'answeredAt' | 'codes' | 'answer' | 'documents'>;

/** A question that nothing has become of. */
export const unanswered: Answer = {
  status: 'open',
  answeredAt: null,
  codes: [],
  answer: null,
  documents: [],
};
