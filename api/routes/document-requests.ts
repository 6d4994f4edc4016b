import { id } from '../../domain/input';
import { caseSummarySchema } from '../../services/cases/case-summary';
import {
  documentAnswerSchema,
  documentRequestSchema,
  provideDocuments,
  requestDocuments,
} from '../../services/cases/document-requests';
import { route } from '../route';
import { caseParams } from './shared';

export const documentRequestRoutes = [
  route({
    method: 'post',
    path: '/cases/:caseId/document-requests',
    summary: 'Record that the other side asks for documents or information, with the day that it sets',
    permission: 'case.act',
    auditEvent: 'case.documents-requested',
    params: caseParams,
    body: documentRequestSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      requestDocuments(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/document-requests/:requestId/answers',
    summary: 'Record what was sent in answer, item by item',
    permission: 'case.act',
    auditEvent: 'case.documents-provided',
    params: caseParams.extend({ requestId: id }),
    body: documentAnswerSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      provideDocuments(context, officer, key, params.caseId, params.requestId, body),
  }),
];
