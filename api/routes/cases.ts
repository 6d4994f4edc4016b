import { z } from 'zod';
import { codeName, id } from '../../domain/input';
import { caseSummarySchema } from '../../services/cases/case-summary';
import { admissibilitySchema, getAdmissibility } from '../../services/cases/get-admissibility';
import { caseSchema, getCase } from '../../services/cases/get-case';
import {
  concurrentRequestsSchema,
  getConcurrentRequests,
} from '../../services/cases/get-concurrent-requests';
import { caseListSchema, listCases } from '../../services/cases/list-cases';
import { openCase } from '../../services/cases/open-case';
import { recordFact } from '../../services/cases/record-fact';
import { contentSchema, reviseContent } from '../../services/cases/revise-content';
import { getTimeline, timelineSchema } from '../../services/cases/timeline';
import { anyFactSchema, openingSchema, rawFactSchema } from '../../services/procedures';
import { route } from '../route';
import { caseParams, limit } from './shared';

const caseQuery = z.strictObject({
  status: codeName.optional(),
  after: id.optional(),
  limit,
});

export const caseRoutes = [
  route({
    method: 'post',
    path: '/cases',
    summary: 'Start a procedure; answers when the case is written, with the gaps of the request',
    permission: 'case.open',
    auditEvent: 'case.opened',
    body: openingSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: async ({ context, officer, key, body, about }) => {
      const opened = await openCase(context, officer, key, body);
      about({ caseId: opened.id });
      return opened;
    },
  }),
  route({
    method: 'get',
    path: '/cases',
    summary: 'Cases that you may see, newest first',
    permission: 'case.list',
    auditEvent: 'case.listed',
    query: caseQuery,
    answer: caseListSchema,
    handle: ({ context, officer, query }) => listCases(context, officer, query),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId',
    summary: 'A case with its request, tasks, clocks, facts, decisions and documents',
    permission: 'case.read',
    auditEvent: 'case.read',
    params: caseParams,
    answer: caseSchema,
    handle: ({ context, officer, params }) => getCase(context, officer, params.caseId),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/timeline',
    summary: 'Everything that happened in a case, in order, with its hash chain',
    permission: 'case.read',
    auditEvent: 'case.timeline-read',
    params: caseParams,
    answer: timelineSchema,
    handle: ({ context, officer, params }) => getTimeline(context, officer, params.caseId),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/admissibility',
    summary: 'What the law of the case asks of its request, for the legal review; it decides nothing',
    permission: 'case.read',
    auditEvent: 'case.admissibility-read',
    params: caseParams,
    answer: admissibilitySchema,
    handle: ({ context, officer, params }) => getAdmissibility(context, officer, params.caseId),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/concurrent-requests',
    summary: 'States that ask for the same person, in the order that the law proposes; it decides nothing',
    permission: 'case.read',
    auditEvent: 'case.concurrent-requests-read',
    params: caseParams,
    answer: concurrentRequestsSchema,
    handle: ({ context, officer, params }) => getConcurrentRequests(context, officer, params.caseId),
  }),
  route({
    method: 'put',
    path: '/cases/:caseId/content',
    summary:
      'Replace what the request says, until it is transmitted; approvals of the older version are reopened',
    permission: 'content.revise',
    auditEvent: 'case.content-revised',
    params: caseParams,
    body: contentSchema,
    answer: caseSummarySchema,
    handle: ({ context, officer, key, params, body }) =>
      reviseContent(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/facts',
    summary: 'Record what happened outside, with proof',
    permission: 'case.act',
    auditEvent: 'case.fact-recorded',
    params: caseParams,
    body: rawFactSchema,
    bodyForms: anyFactSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      recordFact(context, officer, key, params.caseId, body),
  }),
];
