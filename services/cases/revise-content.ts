import { z } from 'zod';
import type { Case } from '../../prisma/generated/client';
import { runPersonCommand } from '../commands/person-command';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import { refuseUnseenLink } from '../links/linked-case';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, procedureOf, requestSchema } from '../procedures';
import { partiesOfCase } from './case-parties';
import type { CaseSummary } from './case-summary';
import { namingEarlierRefusal } from './earlier-refusal';
import { getVisibleCase } from './find-case';
import { refuseOtherSide } from './refuse-other-side';
import { stageContent, summariseContent } from './stage-content';

export const contentSchema = z
  .strictObject({
    baseVersion: z.int().min(1).describe('The `contentVersion` that was read and edited'),
    request: requestSchema,
  })
  .meta({ id: 'ContentInput' });

/**
 * Replaces what the request says, as a new version. Approvals that signed the older one are reopened.
 *
 * @throws NotFoundError, InvalidInputError, RefusedError (content-changed, content-signed-out, wrong-role), UnavailableError
 */
export async function reviseContent(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof contentSchema>,
): Promise<CaseSummary> {
  const item = await getVisibleCase(context, officer, caseId);
  const { procedure } = item;
  const { baseVersion, request } = input;
  refuseOtherSide(item, officer, null, 'liaison');
  refuseOther(procedure, request);
  await refuseTurned(context, item, request);
  await refuseUnseenLink(context, officer, procedure, request);
  const command = { caseId, key, route: 'reviseContent', body: input };
  const revise = () =>
    runPersonCommand(context, officer, command, async (commandId) => {
      const staging = {
        caseId,
        commandId,
        officerId: officer.id,
        procedure,
        version: baseVersion + 1,
        request,
      };
      const content = await summariseContent(context, staging);
      await stageContent(context, { caseId, procedure }, content, request);
      return { type: 'reviseContent', content };
    });
  return await namingEarlierRefusal(context, officer, { procedure, request }, revise);
}

/** Who asks whom is fixed when the case is opened: the other way is another case. */
async function refuseTurned(context: ServiceContext, item: Case, request: ProcedureRequest): Promise<void> {
  const sides = procedureOf(item.procedure).sides?.(request) ?? null;
  if (sides === null) return;
  const { requesting, requested, named = { requesting: 'to' } } = sides;
  const parties = await partiesOfCase(context, item);
  const isSame = requested === null ? parties === undefined : parties?.requesting.side === requesting;
  if (!isSame)
    throw new InvalidInputError([{ pointer: `/request/${named.requesting}`, code: 'direction-fixed' }]);
}

/** A request of another procedure says other things, and who signed this one's signed nothing of it. */
function refuseOther(procedure: string, request: ProcedureRequest): void {
  const isOwn = procedureOf(procedure).request.safeParse(request).success;
  if (!isOwn) throw new InvalidInputError([{ pointer: '/request', code: 'other-procedure' }]);
}
