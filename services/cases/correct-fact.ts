import { z } from 'zod';
import { isFederalOffice } from '../../domain/case/parties';
import { id, instant, isoDate, prose, stepKey, zone } from '../../domain/input';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';
import { getVisibleCase } from './find-case';
import { refuseOtherSide } from './refuse-other-side';

export const correctionSchema = z
  .strictObject({
    stepKey: stepKey.describe("`stepKey` of the fact's task, such as provisional-arrest#1"),
    occurredAt: instant,
    zone,
    limitDate: isoDate.nullable().default(null),
    reason: prose,
    proof: z.array(id).min(1).describe('Documents that show how it was'),
  })
  .meta({ id: 'CorrectionInput' });

/**
 * Proposes a correction of when a recorded fact happened, or of the day that the other side set with it. It counts
 * when a manager has confirmed it; clocks are then computed anew, and old and new stay in the timeline.
 *
 * @throws NotFoundError, RefusedError (correction-pending, before-its-cause, wrong-role, ...), UnavailableError
 */
export async function correctFact(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof correctionSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'correctFact', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => {
    const { stepKey, occurredAt, zone: placeZone, limitDate, reason, proof } = input;
    const recorded = await context.prisma.fact.findFirst({
      where: { caseId, stepKey },
      orderBy: { seq: 'desc' },
    });
    if (!recorded) throw new NotFoundError('fact');
    await refuseOfOtherSide(context, officer, caseId, stepKey);
    const { outcome, codes, detailsId } = recorded;
    const details = detailsId === null ? null : await noteRef(context, detailsId);
    return {
      type: 'correctFact',
      factKey: stepKey,
      fact: { occurredAt, zone: placeZone, outcome, codes, limitDate },
      reason: await requireNote(context, caseId, officer.id, commandId, reason),
      details,
      proof: await documentRefs(context, officer, proof),
    };
  });
}

async function refuseOfOtherSide(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  stepKey: string,
): Promise<void> {
  const item = await getVisibleCase(context, officer, caseId);
  const task = await context.prisma.task.findFirst({ where: { caseId, stepKey } });
  if (task && isFederalOffice(task.role) && officer.roles.includes(task.role)) return;
  refuseOtherSide(item, officer, task?.agencyCode ?? null, 'liaison');
}

async function noteRef({ prisma }: ServiceContext, noteId: string) {
  const { hash } = await prisma.note.findUniqueOrThrow({ where: { id: noteId } });
  return { id: noteId, hash };
}
