import { z } from 'zod';
import { prose } from '../../domain/input';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';

export const reassignmentSchema = z
  .strictObject({
    officer: z.string().min(1).max(200).describe("The new officer's account name"),
    reason: prose,
  })
  .meta({ id: 'ReassignmentInput' });

/**
 * Makes another liaison officer of the owning agency answer for the case.
 *
 * @throws NotFoundError, RefusedError (officer-not-eligible, wrong-role), UnavailableError
 */
export async function reassignCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof reassignmentSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'reassignCase', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => {
    const next = await context.prisma.officer.findUnique({ where: { subject: input.officer } });
    if (!next) throw new RefusedError({ code: 'officer-not-eligible', params: {} });
    const reason = await requireNote(context, caseId, officer.id, commandId, input.reason);
    return { type: 'reassign', responsibleOfficerId: next.id, reason };
  });
}
