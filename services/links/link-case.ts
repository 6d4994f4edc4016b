import { z } from 'zod';
import { linkKinds } from '../../domain/case/events';
import { id, prose } from '../../domain/input';
import type { CaseSummary } from '../cases/case-summary';
import { getVisibleCase } from '../cases/find-case';
import { refuseOtherSide } from '../cases/refuse-other-side';
import { runPersonCommand } from '../commands/person-command';
import { requireNote, storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';

const other = id.describe('The other case');

export const linkSchema = z
  .strictObject({
    caseId: other,
    kind: z.enum(linkKinds).describe('Other kinds follow from what the cases say themselves'),
    note: prose.optional(),
  })
  .meta({ id: 'LinkInput' });

export const linkRemovalSchema = z
  .strictObject({ caseId: other, kind: z.enum(linkKinds), reason: prose })
  .meta({ id: 'LinkRemovalInput' });

/**
 * Says what a case has in common with another. The officer sees both: of a case that he may not see the answer is that
 * there is none.
 *
 * @throws NotFoundError, RefusedError (already-linked, linked-to-itself, wrong-role, case-closed), UnavailableError
 */
export async function linkCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.output<typeof linkSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'linkCase', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => {
    const to = await otherEnd(context, officer, caseId, input.caseId);
    const note = await storeNote(context, caseId, officer.id, commandId, input.note);
    return { type: 'linkCase', to, kind: input.kind, note };
  });
}

/**
 * Takes a link back, in the case in which it was made.
 *
 * @throws NotFoundError, RefusedError (not-linked, wrong-role, case-closed), UnavailableError
 */
export async function unlinkCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.output<typeof linkRemovalSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'unlinkCase', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => {
    const to = await otherEnd(context, officer, caseId, input.caseId);
    const reason = await requireNote(context, caseId, officer.id, commandId, input.reason);
    return { type: 'unlinkCase', to, kind: input.kind, reason };
  });
}

/**
 * The other end of a link, which the officer sees as well. The links of a case are its owner's to make: who is of its
 * other side is not told first what stands against his.
 */
async function otherEnd(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  otherId: string,
): Promise<string> {
  const { id: to } = await getVisibleCase(context, officer, otherId);
  refuseOtherSide(await getVisibleCase(context, officer, caseId), officer, null, 'liaison');
  return to;
}
