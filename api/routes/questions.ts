import { z } from 'zod';
import { answerQuestion, answerSchema } from '../../services/cases/answer-question';
import { caseSummarySchema } from '../../services/cases/case-summary';
import { getQuestions, questionsSchema } from '../../services/cases/get-questions';
import { route } from '../route';
import { caseParams } from './shared';

/** The questions of a request for information, each with a status of its own. */
export const questionRoutes = [
  route({
    method: 'get',
    path: '/cases/:caseId/questions',
    summary: 'The questions of a request for information: how each stands, and how long the answers took',
    permission: 'case.read',
    auditEvent: 'case.questions-read',
    params: caseParams,
    answer: questionsSchema,
    handle: ({ context, officer, params }) => getQuestions(context, officer, params.caseId),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/questions/:number/answer',
    summary: 'Answer a question, or refuse it and say why; it goes to the side that asked',
    permission: 'case.act',
    auditEvent: 'case.question-answered',
    params: caseParams.extend({ number: z.coerce.number().int().min(1).max(1_000) }),
    body: answerSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) => answerQuestion(context, officer, key, params, body),
  }),
];
