import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/common';
import { projectRoot } from '../platform/config';
import { openCase } from '../services/cases/open-case';
import type { ServiceContext } from '../services/context';
import { findCurrentOfficer } from '../services/officers/current-officer';
import { openingSchema } from '../services/procedures';
import { decideTask } from '../services/tasks/decide-task';
import type { Work } from './measure';
import { floorUpdate } from './workflows';

const levels = [
  ['legal-review', 'approver.legal'],
  ['assurances', 'approver.directorate'],
  ['judicial-council', 'approver.council'],
  ['foreign-ministry', 'approver.foreign'],
] as const;

/** Decisions in one unit of work: the opening and the four sign-offs. */
export const decisionsPerUnit = 1 + levels.length;

/** The sample request, without haste and without files. */
function opening() {
  const path = join(projectRoot, 'samples', 'sweden-request.json');
  const { procedure, missingOnPurpose: _gap, ...request } = JSON.parse(readFileSync(path, 'utf8'));
  return openingSchema.parse({ procedure, request: { ...request, urgency: 'ordinary', documents: [] } });
}

/** Opens a case; returns its id. */
export async function openSampleCase(context: ServiceContext): Promise<string> {
  const liaison = await findCurrentOfficer(context, 'liaison.baghdad');
  return (await openCase(context, liaison, randomUUID(), opening())).id;
}

/** A case as officers take it: opened and signed by four, through the services, on the register. */
export function caseWork(context: ServiceContext, opened: string[]): Work {
  const body = opening();
  return async (timed) => {
    const liaison = await findCurrentOfficer(context, 'liaison.baghdad');
    const item = await timed(() => openCase(context, liaison, randomUUID(), body));
    opened.push(item.id);
    for (const [step, subject] of levels) {
      const officer = await findCurrentOfficer(context, subject);
      const task = await context.prisma.task.findFirstOrThrow({
        where: { caseId: item.id, step, status: 'open' },
      });
      const decision = { outcome: 'approved', contentHash: item.contentHash };
      await timed(() => decideTask(context, officer, randomUUID(), task.id, decision));
    }
  };
}

/** The floor: the same Updates to a bare workflow. */
export function floorWork({ temporal, taskQueue }: ServiceContext): Work {
  return async (timed) => {
    const workflowId = `floor:${randomUUID()}`;
    const startWorkflowOperation = new WithStartWorkflowOperation('floor', {
      workflowId,
      taskQueue,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
      args: [decisionsPerUnit],
    });
    await timed(() => temporal.workflow.executeUpdateWithStart(floorUpdate, { startWorkflowOperation }));
    const handle = temporal.workflow.getHandle(workflowId);
    for (let done = 1; done < decisionsPerUnit; done++) await timed(() => handle.executeUpdate(floorUpdate));
  };
}
