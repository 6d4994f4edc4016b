import type { Request } from 'express';
import { z } from 'zod';
import { codeName } from '../../domain/input';
import { type Language, languages, preferredLanguage } from '../../locales';
import { caseGraphSchema, getCaseGraph } from '../../services/cases/get-case-graph';
import { procedureOf } from '../../services/procedures';
import { casePicture, procedurePicture } from '../picture/case-picture';
import { route } from '../route';
import { caseParams } from './shared';

const pictureQuery = z.strictObject({
  language: z.enum(languages).optional().describe('Without one, that of Accept-Language'),
});

export const pictureRoutes = [
  route({
    method: 'get',
    path: '/cases/:caseId/graph',
    summary: 'How far a case has come on the graph of its procedure: done, open, skipped, to come',
    permission: 'case.read',
    auditEvent: 'case.graph-read',
    params: caseParams,
    answer: caseGraphSchema,
    handle: ({ context, officer, params }) => getCaseGraph(context, officer, params.caseId),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/picture.svg',
    summary: 'The same as a picture',
    permission: 'case.read',
    auditEvent: 'case.picture-read',
    params: caseParams,
    query: pictureQuery,
    answer: 'svg',
    handle: async ({ context, officer, params, query, request }) => {
      const graph = await getCaseGraph(context, officer, params.caseId);
      const language = languageOf(query, request);
      return { language, svg: await casePicture(graph, language, new Date().toISOString()) };
    },
  }),
  route({
    method: 'get',
    path: '/procedures/:procedure/picture.svg',
    summary: 'The declared steps of a procedure as a picture',
    permission: 'officer.read-self',
    auditEvent: 'procedure.picture-read',
    params: z.object({ procedure: codeName }),
    query: pictureQuery,
    answer: 'svg',
    handle: async ({ params: { procedure }, query, request }) => {
      const { steps } = procedureOf(procedure);
      const language = languageOf(query, request);
      return { language, svg: await procedurePicture(procedure, steps, language) };
    },
  }),
];

function languageOf({ language }: z.infer<typeof pictureQuery>, request: Request): Language {
  return language ?? preferredLanguage(request.get('accept-language'));
}
