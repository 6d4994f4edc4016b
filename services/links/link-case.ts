import { z } from 'zod';
import { linkKinds } from '../../domain/case/events';
import { id, prose } from '../../domain/input';
import type { CaseSummary } from '../cases/case-summary';
import { getVisibleCase } from '../cases/find-case';
import { refuseOtherSide } from '../cases/refuse-other-side';
import { commandIdOf } from '../commands/idempotency';
import { runPersonCommand } from '../commands/person-command';
import { sendCommand } from '../commands/send-command';
import { requireNote, storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';

const other = id.describe('The other case');

export const linkSchema = z
  .strictObject({
    caseId: other,
    kind: z
      .enum(['same-person', 'same-act'])
      .describe('Other kinds follow from what the cases say themselves'),
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

/**
 * For the service that opens an information exchange out of a case, right after the opening: says in the new case for
 * which one it asks. Repeating it under the same key changes nothing. That service asks before the opening whether the
 * officer may see the case (`getVisibleCase`).
 *
 * @param key the Idempotency-Key of the opening
 * @throws NotFoundError, RefusedError, UnavailableError
 */
export async function linkInformationRequest(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  requestCaseId: string,
  linkedCaseId: string,
): Promise<void> {
  const { id: to } = await getVisibleCase(context, officer, linkedCaseId);
  const commandId = commandIdOf({ officerId: officer.id, key: `link:${key}` });
  await sendCommand(context, requestCaseId, key, {
    type: 'linkCase',
    commandId,
    officerId: officer.id,
    to,
    kind: 'information-request',
    note: null,
  });
}
