import { z } from 'zod';
import { instant, zone } from '../../domain/procedures/outgoing-extradition/facts';
import { requestItems } from '../../domain/procedures/outgoing-extradition/request';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

const item = z.union([
  z.enum(requestItems),
  z.string().regex(/^[a-z0-9-]{3,60}$/, 'item code in lower case'),
]);

export const documentRequestSchema = z
  .strictObject({
    step: z.literal('supplementary-information').default('supplementary-information'),
    items: z.array(item).min(1).max(50),
    answerBy: z.iso.date().describe('Last day for the answer, in `zone`, as the other side set it'),
    zone,
    occurredAt: instant,
    question: z.string().trim().min(1).max(10_000).optional(),
    proof: z.array(z.uuid()).default([]),
  })
  .meta({ id: 'DocumentRequestInput' });

export const documentAnswerSchema = z
  .strictObject({
    items: z.array(z.strictObject({ item, documentId: z.uuid() })).min(1),
    occurredAt: instant,
  })
  .meta({ id: 'DocumentAnswerInput' });

/** Records that the other side asks for documents or information by a day. @throws as recordFact */
export async function requestDocuments(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof documentRequestSchema>,
): Promise<CaseSummary> {
  const { question, ...asked } = input;
  const request = { caseId, key, route: 'requestDocuments', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'requestDocuments',
    ...asked,
    detailsId: await storeNote(context, caseId, officer.id, commandId, question),
  }));
}

/** Records what was sent in answer, item by item; with the last one the round is answered. @throws as recordFact */
export async function provideDocuments(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  requestId: string,
  input: z.infer<typeof documentAnswerSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: `provideDocuments:${requestId}`, body: input };
  return await runPersonCommand(context, officer, request, async () => {
    const asked = await context.prisma.documentRequest.findFirst({ where: { id: requestId, caseId } });
    if (!asked) throw new NotFoundError('document request');
    const { stepKey } = asked;
    const task = await context.prisma.task.findFirstOrThrow({
      where: { caseId, stepKey },
      orderBy: { openedSeq: 'desc' },
    });
    return { type: 'provideDocuments', step: { key: stepKey, openedSeq: task.openedSeq }, ...input };
  });
}
