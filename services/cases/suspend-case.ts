import { z } from 'zod';
import { prose } from '../../domain/input';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

export const suspensionSchema = z.strictObject({ reason: prose }).meta({ id: 'SuspensionInput' });

/**
 * Lets a case rest, or go on. While it rests nobody signs or edits; what happens outside is recorded, and legal
 * limits run on.
 *
 * @throws NotFoundError, RefusedError (suspended, not-suspended, wrong-role), UnavailableError
 */
export async function suspendOrResume(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  type: 'suspend' | 'resume',
  { reason }: z.infer<typeof suspensionSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: type, body: { reason } };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type,
    reason: await requireNote(context, caseId, officer.id, commandId, reason),
  }));
}
