import { z } from 'zod';
import { endings } from '../../domain/case/commands';
import { prose } from '../../domain/input';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

export const endingSchema = z
  .strictObject({ outcome: z.enum(endings), reason: prose })
  .meta({ id: 'EndingInput' });

/**
 * Ends a case before its course is run. It closes at once, or as soon as a provisional arrest that was asked for has
 * been taken back and the release recorded.
 *
 * @throws NotFoundError, RefusedError (person-surrendered, wrong-role), UnavailableError
 */
export async function endCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof endingSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'endCase', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'endCase',
    outcome: input.outcome,
    reason: await requireNote(context, caseId, officer.id, commandId, input.reason),
  }));
}
