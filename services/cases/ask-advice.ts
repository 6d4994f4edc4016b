import { z } from 'zod';
import { prose } from '../../domain/input';
import { advisers } from '../../domain/permissions/actions';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { sideOfOfficer } from './case-parties';
import type { CaseSummary } from './case-summary';

export const adviceSchema = z
  .strictObject({ role: z.enum(advisers), question: prose })
  .meta({ id: 'AdviceInput' });

/**
 * Asks a role of the officer's own side for its opinion. Its officers get a task, and with it sight of the case; one of
 * them answers by deciding the task, his opinion being the reason.
 *
 * @throws NotFoundError, RefusedError (nobody-to-ask, wrong-role, case-closed), UnavailableError
 */
export async function askAdvice(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  { role, question }: z.output<typeof adviceSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'askAdvice', body: { role, question } };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'askAdvice',
    agencyCode: await sideOfOfficer(context, officer, caseId),
    role,
    question: await requireNote(context, caseId, officer.id, commandId, question),
  }));
}
