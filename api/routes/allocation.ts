import { z } from 'zod';
import { id } from '../../domain/input';
import {
  assignmentResultSchema,
  assignmentSchema,
  assignTasks,
} from '../../services/allocation/assign-tasks';
import { candidatesOfTask, candidatesSchema } from '../../services/allocation/candidates-of-task';
import { claimTask, releaseTask } from '../../services/allocation/claim-task';
import { createSubstitution } from '../../services/allocation/create-substitution';
import { endSubstitution } from '../../services/allocation/end-substitution';
import { holdersOfTask, holdingsSchema } from '../../services/allocation/holders-of-task';
import { listSubstitutions } from '../../services/allocation/list-substitutions';
import { substitutionInputSchema, substitutionSchema } from '../../services/allocation/substitution-schemas';
import { takeOverSchema, takeOverTask } from '../../services/allocation/take-over-task';
import { taskSchema } from '../../services/tasks/task-view';
import { route } from '../route';
import { limit, taskParams } from './shared';

/** What is said by the path alone. */
const nothing = z.strictObject({});

export const allocationRoutes = [
  route({
    method: 'post',
    path: '/tasks/:taskId/claim',
    summary: 'Take a task from the pool; 409 names who has it',
    permission: 'task.claim',
    auditEvent: 'task.claimed',
    params: taskParams,
    body: nothing,
    answer: taskSchema,
    handle: async ({ context, officer, key, params, about }) => {
      const task = await claimTask(context, officer, key, params.taskId);
      about({ caseId: task.caseId });
      return task;
    },
  }),
  route({
    method: 'post',
    path: '/tasks/:taskId/release',
    summary: 'Give a task of yours back to the pool',
    permission: 'task.claim',
    auditEvent: 'task.released',
    params: taskParams,
    body: nothing,
    answer: taskSchema,
    handle: async ({ context, officer, key, params, about }) => {
      const task = await releaseTask(context, officer, key, params.taskId);
      about({ caseId: task.caseId });
      return task;
    },
  }),
  route({
    method: 'post',
    path: '/tasks/:taskId/take-over',
    summary: 'Take a task from its holder, for you or for another of your agency, and say why',
    permission: 'task.take-over',
    auditEvent: 'task.taken-over',
    params: taskParams,
    body: takeOverSchema,
    answer: taskSchema,
    handle: async ({ context, officer, key, params, body, about }) => {
      const task = await takeOverTask(context, officer, key, params.taskId, body);
      about({ caseId: task.caseId });
      return task;
    },
  }),
  route({
    method: 'get',
    path: '/tasks/:taskId/holders',
    summary: 'Who had a task, from when on and by whose act',
    permission: 'case.read',
    auditEvent: 'task.holders-read',
    params: taskParams,
    answer: holdingsSchema,
    handle: ({ context, officer, params }) => holdersOfTask(context, officer, params.taskId),
  }),
  route({
    method: 'get',
    path: '/tasks/:taskId/candidates',
    summary: 'Who may decide a task, who may not and why, and who could be made eligible',
    permission: 'task.assign',
    auditEvent: 'task.candidates-read',
    params: taskParams,
    answer: candidatesSchema,
    handle: ({ context, officer, params }) => candidatesOfTask(context, officer, params.taskId),
  }),
  route({
    method: 'post',
    path: '/tasks/assignments',
    summary: 'Give tasks to an officer of your agency, with a result for each',
    permission: 'task.assign',
    auditEvent: 'task.assigned',
    body: assignmentSchema,
    answer: assignmentResultSchema,
    handle: ({ context, officer, key, body }) => assignTasks(context, officer, key, body),
  }),
  route({
    method: 'get',
    path: '/substitutions',
    summary: 'Who acts for whom in his absence: yours, or those of your agency',
    permission: 'substitution.read',
    auditEvent: 'substitution.listed',
    query: z.strictObject({ limit }),
    answer: z.object({ items: z.array(substitutionSchema) }),
    handle: async ({ context, officer, query }) => ({
      items: await listSubstitutions(context, officer, query.limit),
    }),
  }),
  route({
    method: 'post',
    path: '/substitutions',
    summary: 'Say who acts for an officer in his absence',
    permission: 'substitution.edit',
    auditEvent: 'substitution.created',
    body: substitutionInputSchema,
    answer: substitutionSchema,
    status: 201,
    handle: async ({ context, officer, key, body, about }) => {
      const rule = await createSubstitution(context, officer, key, body);
      about({ subjectId: rule.id });
      return rule;
    },
  }),
  route({
    method: 'post',
    path: '/substitutions/:substitutionId/end',
    summary: 'End a substitution before its time',
    permission: 'substitution.edit',
    auditEvent: 'substitution.ended',
    params: z.object({ substitutionId: id }),
    body: nothing,
    answer: substitutionSchema,
    handle: async ({ context, officer, params, about }) => {
      about({ subjectId: params.substitutionId });
      return await endSubstitution(context, officer, params.substitutionId);
    },
  }),
];
