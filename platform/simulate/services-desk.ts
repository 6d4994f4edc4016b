import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { castVote, voteSchema } from '../../services/ballots/cast-vote';
import { getBallot } from '../../services/ballots/get-ballot';
import { batchSchema } from '../../services/batches/batch-input';
import { getBatch } from '../../services/batches/get-batch';
import { openBatch } from '../../services/batches/open-batch';
import { answerQuestion, answerSchema } from '../../services/cases/answer-question';
import {
  documentAnswerSchema,
  documentRequestSchema,
  provideDocuments,
  requestDocuments,
} from '../../services/cases/document-requests';
import { getCase } from '../../services/cases/get-case';
import { openCase } from '../../services/cases/open-case';
import { recordFact } from '../../services/cases/record-fact';
import { messageSchema, sendMessage } from '../../services/cases/send-message';
import type { ServiceContext } from '../../services/context';
import { uploadDocument } from '../../services/documents/upload-document';
import { findCurrentOfficer } from '../../services/officers/current-officer';
import { crossCheck } from '../../services/persons/cross-check';
import { crossCheckDecisionInputSchema, decideCandidate } from '../../services/persons/cross-check-decisions';
import { openingSchema, rawFactSchema } from '../../services/procedures';
import { decideTask, decisionSchema } from '../../services/tasks/decide-task';
import { listTasks } from '../../services/tasks/list-tasks';
import type { Desk } from '../demo/desk';

const manyTasks = 200;

/** The officers' desk straight at the services: no API, no tokens, the same use cases. */
export function servicesDesk(context: ServiceContext): Desk {
  const as = (subject: string) => findCurrentOfficer(context, subject, new Date());
  return {
    async upload(subject, fileName, bytes) {
      const path = join(context.documents.incoming, randomUUID());
      await writeFile(path, bytes);
      const document = await uploadDocument(context, await as(subject), randomUUID(), { path, fileName });
      return document.id;
    },
    open: async (subject, body) =>
      openCase(context, await as(subject), randomUUID(), openingSchema.parse(body)),
    openBatch: async (subject, body) =>
      openBatch(context, await as(subject), randomUUID(), batchSchema.parse(body)),
    batch: async (subject, batchId) => getBatch(context, await as(subject), batchId),
    tasks: async (subject) => listTasks(context, await as(subject), { show: 'group', limit: manyTasks }),
    decide: async (subject, taskId, body) =>
      decideTask(context, await as(subject), randomUUID(), taskId, decisionSchema.parse(body)),
    record: async (subject, caseId, body) =>
      recordFact(context, await as(subject), randomUUID(), caseId, rawFactSchema.parse(body)),
    ask: async (subject, caseId, body) =>
      requestDocuments(context, await as(subject), randomUUID(), caseId, documentRequestSchema.parse(body)),
    answer: async (subject, caseId, requestId, body) => {
      const answer = documentAnswerSchema.parse(body);
      return provideDocuments(context, await as(subject), randomUUID(), caseId, requestId, answer);
    },
    send: async (subject, caseId, body) =>
      sendMessage(context, await as(subject), randomUUID(), caseId, messageSchema.parse(body)),
    answerQuestion: async (subject, caseId, number, body) =>
      answerQuestion(context, await as(subject), randomUUID(), { caseId, number }, answerSchema.parse(body)),
    candidates: async (subject, caseId) =>
      (await crossCheck(context, await as(subject), { caseId })).candidates,
    decideCandidate: async (subject, caseId, body) => {
      const decision = crossCheckDecisionInputSchema.parse(body);
      return decideCandidate(context, await as(subject), randomUUID(), caseId, decision);
    },
    vote: async (subject, caseId, body) =>
      castVote(context, await as(subject), randomUUID(), caseId, voteSchema.parse(body)),
    ballot: async (subject, caseId) => getBallot(context, await as(subject), caseId),
    read: async (subject, caseId) => getCase(context, await as(subject), caseId),
  };
}
