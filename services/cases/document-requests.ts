import { z } from 'zod';
import type { DocumentRef } from '../../domain/case/events';
import { id, instant, isoDate, prose, zone } from '../../domain/input';
import { incomingItems } from '../../domain/procedures/incoming-extradition/request';
import { requestItems } from '../../domain/procedures/outgoing-extradition/request';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

/** A closed list: the item goes through Temporal, what is meant by `other` goes into the question. */
const item = z.enum([...requestItems, ...incomingItems, 'other']);

export const documentRequestSchema = z
  .strictObject({
    step: z.literal('supplementary-information').default('supplementary-information'),
    items: z.array(item).min(1).max(50),
    answerBy: isoDate.describe('Last day for the answer, in `zone`, as whoever asks set it'),
    zone,
    occurredAt: instant,
    question: prose.optional(),
    proof: z.array(id).default([]),
  })
  .meta({ id: 'DocumentRequestInput' });

export const documentAnswerSchema = z
  .strictObject({
    items: z.array(z.strictObject({ item, documentId: id })).min(1),
    occurredAt: instant,
  })
  .meta({ id: 'DocumentAnswerInput' });

/** Records that one side asks the other for documents or information by a day. @throws as recordFact */
export async function requestDocuments(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof documentRequestSchema>,
): Promise<CaseSummary> {
  const { question, proof, ...asked } = input;
  const request = { caseId, key, route: 'requestDocuments', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'requestDocuments',
    ...asked,
    details: await storeNote(context, caseId, officer.id, commandId, question),
    proof: await documentRefs(context, officer, proof),
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
    const refs = await documentRefs(
      context,
      officer,
      input.items.map((entry) => entry.documentId),
    );
    const items = input.items.map((entry, index) => ({
      item: entry.item,
      document: refs[index] as DocumentRef,
    }));
    const { occurredAt } = input;
    return { type: 'provideDocuments', step: { key: stepKey, openedSeq: task.openedSeq }, items, occurredAt };
  });
}
