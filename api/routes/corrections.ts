import { caseSummarySchema } from '../../services/cases/case-summary';
import { correctFact, correctionSchema } from '../../services/cases/correct-fact';
import { endCase, endingSchema } from '../../services/cases/end-case';
import { reassignCase, reassignmentSchema } from '../../services/cases/reassign-case';
import { rebindingSchema, rebindLaw } from '../../services/cases/rebind-law';
import { suspendOrResume, suspensionSchema } from '../../services/cases/suspend-case';
import { rescindDecision, rescissionSchema } from '../../services/tasks/rescind-decision';
import { route } from '../route';
import { caseParams, taskParams } from './shared';

export const correctionRoutes = [
  route({
    method: 'post',
    path: '/cases/:caseId/corrections',
    summary: 'Propose how a recorded fact really happened; a manager confirms it',
    permission: 'case.act',
    auditEvent: 'case.correction-proposed',
    params: caseParams,
    body: correctionSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      correctFact(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/tasks/:taskId/rescission',
    summary: 'Take your own sign-off back, as long as nothing has been done on it',
    permission: 'case.act',
    auditEvent: 'task.rescinded',
    params: taskParams,
    body: rescissionSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: async ({ context, officer, key, params, body, about }) => {
      const rescinded = await rescindDecision(context, officer, key, params.taskId, body);
      about({ caseId: rescinded.id });
      return rescinded;
    },
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/ending',
    summary: 'End a case before its course is run: withdrawn, person not located, and so on',
    permission: 'case.manage',
    auditEvent: 'case.ended',
    params: caseParams,
    body: endingSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) => endCase(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'put',
    path: '/cases/:caseId/responsible-officer',
    summary: 'Make another officer answer for the case',
    permission: 'case.manage',
    auditEvent: 'case.reassigned',
    params: caseParams,
    body: reassignmentSchema,
    answer: caseSummarySchema,
    handle: ({ context, officer, key, params, body }) =>
      reassignCase(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/law',
    summary:
      'Put a running case under the law as it is today; limits whose rule has changed are counted anew',
    permission: 'case.manage',
    auditEvent: 'case.law-rebound',
    stepUp: true,
    params: caseParams,
    body: rebindingSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      rebindLaw(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/suspension',
    summary: 'Let a case rest: nobody signs or edits, legal limits run on',
    permission: 'case.manage',
    auditEvent: 'case.suspended',
    params: caseParams,
    body: suspensionSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      suspendOrResume(context, officer, key, params.caseId, 'suspend', body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/resumption',
    summary: 'Let a case that rested go on',
    permission: 'case.manage',
    auditEvent: 'case.resumed',
    params: caseParams,
    body: suspensionSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      suspendOrResume(context, officer, key, params.caseId, 'resume', body),
  }),
];
