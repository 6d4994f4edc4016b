import { caseSummarySchema } from '../../services/cases/case-summary';
import { messageSchema, sendMessage } from '../../services/cases/send-message';
import { route } from '../route';
import { caseParams } from './shared';

/** What the two sides of a case give each other. */
export const messageRoutes = [
  route({
    method: 'post',
    path: '/cases/:caseId/messages',
    summary: 'Give the other side of a case something; its officers are asked to acknowledge it',
    permission: 'case.act',
    auditEvent: 'case.message-sent',
    params: caseParams,
    body: messageSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      sendMessage(context, officer, key, params.caseId, body),
  }),
];
