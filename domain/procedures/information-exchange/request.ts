import { z } from 'zod';
import { calendarCodes } from '../../calendar/calendar';
import { sides } from '../../case/parties';
import { id, line, prose } from '../../input';
import { fileOf, identity, state } from '../person-fields';

/** Items of the request file (UNTOC art. 18(14): in writing). */
const informationItems = ['request-letter', 'attachment'] as const;

const classifications = ['open', 'restricted', 'confidential', 'secret'] as const;

/** One of the two sides in Iraq, or an authority of another State. */
const ends = [...sides, 'abroad'] as const;
type End = (typeof ends)[number];

const maximumQuestions = 50;

const question = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,20}$/, 'question-id'),
  text: prose,
  sensitive: z.boolean().default(false),
  document: z.boolean().default(false).describe('The answer must come with a document'),
});

/** How long the asked side has, from the receipt on. */
const answerWithin = z.strictObject({
  amount: z.int().min(1).max(1_000),
  unit: z.enum(['hour', 'day', 'working-day']),
  calendar: z
    .enum(calendarCodes)
    .optional()
    .describe('Whose working days; without it those of the asked side'),
});

/**
 * What a request for information says (law: UNTOC art. 18(13)-(15); Iraq Law 28/2012 art. 3). `from` asks and `to` is
 * asked: the two sides in Iraq, or the federal side and an authority abroad.
 */
export const informationRequestSchema = z
  .strictObject({
    requestingState: state.default('IQ'),
    requestedState: state.default('IQ'),
    urgency: z.literal('ordinary').default('ordinary'),
    confidentialUntilArrest: z.literal(false).default(false).describe('The classification says it here'),
    from: z.enum(ends),
    to: z.enum(ends),
    authority: line.optional().describe('The authority abroad'),
    subject: line,
    purpose: prose.optional().describe('What the information is for (UNTOC art. 18(15)(f))'),
    classification: z.enum(classifications),
    answerWithin,
    linkedCase: id.optional().describe('A case that you may see and that the information is for'),
    person: z.strictObject(identity).optional(),
    questions: z.array(question).min(1).max(maximumQuestions),
    documents: z.array(fileOf(informationItems)).default([]),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'one-side-only' })
  .refine(({ from, to }) => !(isAbroad({ from, to }) && [from, to].includes('KRG')), {
    path: ['to'],
    error: 'through-federal-side',
  })
  .refine(({ to, requestedState }) => (requestedState !== 'IQ') === (to === 'abroad'), {
    path: ['requestedState'],
    error: 'state-of-other-side',
  })
  .refine(({ from, requestingState }) => (requestingState !== 'IQ') === (from === 'abroad'), {
    path: ['requestingState'],
    error: 'state-of-other-side',
  })
  .refine((request) => !isAbroad(request) || request.authority !== undefined, {
    path: ['authority'],
    error: 'authority-missing',
  })
  .refine(({ questions }) => new Set(questions.map((asked) => asked.id)).size === questions.length, {
    path: ['questions'],
    error: 'same-question-twice',
  })
  .meta({ id: 'InformationExchangeRequest' });

export type InformationRequest = z.infer<typeof informationRequestSchema>;

/** Whether one of the two is an authority of another State: it has no account here. */
export function isAbroad({ from, to }: { readonly from: End; readonly to: End }): boolean {
  return from === 'abroad' || to === 'abroad';
}
