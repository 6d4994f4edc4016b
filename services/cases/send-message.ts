import { z } from 'zod';
import type { StepRef } from '../../domain/case/commands';
import { codeName, id, isoDate, prose, sha256, stepKey } from '../../domain/input';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

const said = { text: prose.optional(), documents: z.array(id).max(50).default([]) } as const;

export const messageSchema = z
  .union([
    z.strictObject({
      stepKey: stepKey.describe(
        'The open task that sends it: the transmission, the receipt of the court, the answer to a question',
      ),
      contentHash: sha256
        .optional()
        .describe('`contentHash` of the case as it was read: a transmission sends it'),
      outcome: codeName.optional().describe('What the task comes to, where it can end in several ways'),
      codes: z.array(codeName).max(10).optional().describe('Why, where it refuses: codes of the step'),
      limitDate: isoDate.optional().describe('The last day that is asked for, by a request for more time'),
      ...said,
    }),
    z.strictObject({
      kind: z.enum(['information', 'question']),
      ...said,
      text: prose,
    }),
  ])
  .meta({ id: 'MessageInput' });

export type MessageInput = z.output<typeof messageSchema>;

/**
 * Gives the other side of a case something: what a task of the officer's side is there to send, or whatever he has to
 * say or to ask. The other side is asked to acknowledge it.
 *
 * @throws NotFoundError, RefusedError (no-other-side, not-transmitted, content-changed, ...), UnavailableError
 */
export async function sendMessage(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: MessageInput,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'sendMessage', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'sendMessage',
    agencyCode: officer.agencyCode,
    step: 'stepKey' in input ? await openingOf(context, caseId, input.stepKey) : null,
    kind: 'kind' in input ? input.kind : null,
    note: await storeNote(context, caseId, officer.id, commandId, input.text),
    documents: await documentRefs(context, officer, input.documents),
    contentHash: 'contentHash' in input ? (input.contentHash ?? null) : null,
    ...('stepKey' in input ? comesTo(input) : {}),
  }));
}

type StepMessage = Extract<MessageInput, { readonly stepKey: string }>;

function comesTo({ outcome, codes, limitDate }: StepMessage) {
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(codes === undefined ? {} : { codes }),
    ...(limitDate === undefined ? {} : { limitDate }),
  };
}

async function openingOf({ prisma }: ServiceContext, caseId: string, stepKey: string): Promise<StepRef> {
  const task = await prisma.task.findFirst({ where: { caseId, stepKey }, orderBy: { openedSeq: 'desc' } });
  if (!task) throw new NotFoundError('task');
  return { key: stepKey, openedSeq: task.openedSeq };
}
