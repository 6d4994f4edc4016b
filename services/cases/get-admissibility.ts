import { z } from 'zod';
import { answerQuestions } from '../../domain/law/admissibility/assess-admissibility';
import { answerCodes, questionCodes, reasonCodes } from '../../domain/law/admissibility/report';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { LawBinding } from '../../domain/law/catalogue/law-binding';
import { selectInstruments } from '../../domain/law/catalogue/select';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, procedureOf } from '../procedures';
import { getVisibleCase } from './find-case';

export const admissibilitySchema = z
  .object({
    on: z.iso.date(),
    requestingState: z.string(),
    requestedState: z.string(),
    contentVersion: z.int().describe('Version of the request that was looked at'),
    questions: z.array(
      z.object({
        question: z.enum(questionCodes),
        answer: z
          .enum(answerCodes)
          .describe('met: nothing stands against it on the facts of the request; it decides nothing'),
        reason: z.enum(reasonCodes),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        articles: z.array(
          z.object({
            instrument: z.string(),
            article: z.string(),
            source: z.string(),
            basis: z.enum(['text-read', 'general-knowledge', 'to-be-checked']),
            verified: z.boolean(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Admissibility' });

export type Admissibility = z.infer<typeof admissibilitySchema>;

/**
 * What the law of the case asks of its request, question by question, today. It supports the legal review.
 *
 * @throws NotFoundError, also for a procedure of whose request nothing of the kind is asked
 */
export async function getAdmissibility(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<Admissibility> {
  const item = await getVisibleCase(context, officer, caseId);
  const { admissibility } = procedureOf(item.procedure);
  if (!admissibility) throw new NotFoundError('admissibility');
  const { contentVersion: version } = item;
  const content = await context.prisma.caseContent.findUniqueOrThrow({
    where: { caseId_version: { caseId, version } },
  });
  const on = new Date().toISOString().slice(0, 10);
  const law = instrumentsOf(item, on).map((id) => catalogue().instrument(id));
  const report = answerQuestions(admissibility(content.body as ProcedureRequest), law, on);
  return {
    ...report,
    contentVersion: version,
    questions: report.questions.map(({ params, articles, ...question }) => ({
      ...question,
      params: { ...params },
      articles: [...articles],
    })),
  };
}

/** Those that the case was bound to; for a case from before that, those that bind its States today. */
function instrumentsOf(
  { law, procedure, requestingState, requestedState }: Case,
  on: string,
): readonly string[] {
  const bound = law as LawBinding | null;
  if (bound) return bound.instruments;
  const pair = { procedure, requestingState, requestedState, on };
  return selectInstruments(catalogue(), pair).map(({ id }) => id);
}
