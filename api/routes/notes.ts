import { addNote, noteSchema } from '../../services/cases/add-note';
import { adviceSchema, askAdvice } from '../../services/cases/ask-advice';
import { caseSummarySchema } from '../../services/cases/case-summary';
import { route } from '../route';
import { caseParams } from './shared';

/** What a side writes down for itself, and asks its own people. */
export const noteRoutes = [
  route({
    method: 'post',
    path: '/cases/:caseId/notes',
    summary: 'Add a note to a case, for your own side; it is never changed',
    permission: 'case.act',
    auditEvent: 'case.note-added',
    params: caseParams,
    body: noteSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) => addNote(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/advice',
    summary: 'Ask a role of your own side for its opinion; its officers may see the case from then on',
    permission: 'case.act',
    auditEvent: 'case.advice-asked',
    params: caseParams,
    body: adviceSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      askAdvice(context, officer, key, params.caseId, body),
  }),
];
