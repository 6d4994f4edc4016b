import { z } from 'zod';
import { id, prose } from '../../domain/input';
import { refusalReasons } from '../../domain/procedures/information-exchange/refusal-reasons';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import { NotFoundError, RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

export const answerSchema = z
  .strictObject({
    outcome: z.enum(['answered', 'refused']),
    codes: z.array(z.enum(refusalReasons)).max(10).default([]).describe('Why it is refused'),
    text: prose.optional().describe('The answer, or the reason in words'),
    documents: z.array(id).max(50).default([]),
  })
  .meta({ id: 'AnswerInput' });

export type AnswerInput = z.output<typeof answerSchema>;

/**
 * Answers or refuses one question of a request for information, as an officer of the side that is asked. Between the two
 * sides it leaves at once; what has to be released first waits for that.
 *
 * @throws NotFoundError, RefusedError (question-withdrawn, already-decided, document-missing, answer-missing,
 * reason-missing, wrong-role, ...), UnavailableError
 */
export async function answerQuestion(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  { caseId, number }: { readonly caseId: string; readonly number: number },
  input: AnswerInput,
): Promise<CaseSummary> {
  const request = { caseId, key, route: `answerQuestion:${number}`, body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'answerQuestion',
    step: await questionOf(context, officer, caseId, number),
    outcome: input.outcome,
    codes: input.codes,
    note: await storeNote(context, caseId, officer.id, commandId, input.text),
    documents: await documentRefs(context, officer, input.documents),
  }));
}

/** The last opening of a question. Who is of the side that asks is refused before he learns how far it has come. */
async function questionOf(
  { prisma }: ServiceContext,
  { agencyCode }: CurrentOfficer,
  caseId: string,
  number: number,
) {
  const task = await prisma.task.findFirst({
    where: { caseId, kind: 'question', stepKey: { endsWith: `#${number}` } },
    orderBy: { openedSeq: 'desc' },
  });
  if (!task) throw new NotFoundError('question');
  if (task.agencyCode !== null && task.agencyCode !== agencyCode) {
    throw new RefusedError({ code: 'wrong-role', params: { role: task.role } });
  }
  return { key: task.stepKey, openedSeq: task.openedSeq };
}
