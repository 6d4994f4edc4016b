import { caseSummarySchema } from '../../services/cases/case-summary';
import { linkCase, linkRemovalSchema, linkSchema, unlinkCase } from '../../services/links/link-case';
import { relatedCases, relatedCasesSchema } from '../../services/links/related-cases';
import { route } from '../route';
import { caseParams } from './shared';

/** What cases have in common. */
export const linkRoutes = [
  route({
    method: 'post',
    path: '/cases/:caseId/links',
    summary: 'Say that a case is about the same person or act as another that you may see',
    permission: 'case.link',
    auditEvent: 'case.linked',
    params: caseParams,
    body: linkSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) => linkCase(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/link-removals',
    summary: 'Take a link back, in the case in which it was made',
    permission: 'case.link',
    auditEvent: 'case.link-removed',
    params: caseParams,
    body: linkRemovalSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      unlinkCase(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/related',
    summary: 'Open and closed cases that concern the person of a case or came with him, each with why',
    permission: 'case.read',
    auditEvent: 'case.related-read',
    params: caseParams,
    answer: relatedCasesSchema,
    handle: ({ context, officer, params }) => relatedCases(context, officer, params.caseId),
  }),
];
