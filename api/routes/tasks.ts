import { z } from 'zod';
import { caseSummarySchema } from '../../services/cases/case-summary';
import { listOverdue, overdueSchema } from '../../services/cases/overdue';
import { decideTask, decisionSchema } from '../../services/tasks/decide-task';
import { listTasks, taskFilters } from '../../services/tasks/list-tasks';
import { taskSchema } from '../../services/tasks/task-view';
import { route } from '../route';
import { limit, taskParams } from './shared';

const withinHours = z.coerce.number().int().min(0).max(8_760).default(0);

const show = z
  .enum(taskFilters)
  .default('group')
  .describe(
    '`group`: for your roles; `mine`: held by you or by whom you act for; `pool`: held by nobody; `agency`: of your whole agency, for managers',
  );

export const taskRoutes = [
  route({
    method: 'get',
    path: '/tasks',
    summary: 'Open tasks for your roles, soonest due first, with who holds each',
    permission: 'case.list',
    auditEvent: 'task.listed',
    query: z.strictObject({ limit, show }),
    answer: z.object({ items: z.array(taskSchema) }),
    handle: async ({ context, officer, query }) => ({
      items: await listTasks(context, officer, query),
    }),
  }),
  route({
    method: 'post',
    path: '/tasks/:taskId/decision',
    summary: 'Decide a task: sign off, refuse, answer a check, end a watch',
    permission: 'case.act',
    auditEvent: 'task.decided',
    params: taskParams,
    body: decisionSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: async ({ context, officer, key, params, body, about }) => {
      const decided = await decideTask(context, officer, key, params.taskId, body);
      about({ caseId: decided.id });
      return decided;
    },
  }),
  route({
    method: 'get',
    path: '/overdue',
    summary:
      'Limits that have passed and are not dealt with, soonest first; `withinHours` adds what is near due',
    permission: 'overdue.list',
    auditEvent: 'overdue.listed',
    query: z.strictObject({ limit, withinHours }),
    answer: overdueSchema,
    handle: ({ context, officer, query }) => listOverdue(context, officer, query),
  }),
];
