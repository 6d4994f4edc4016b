import { z } from 'zod';
import { runPersonCommand } from '../commands/person-command';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, procedureOf, requestSchema } from '../procedures';
import type { CaseSummary } from './case-summary';
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
  const command = { caseId, key, route: 'reviseContent', body: input };
  return await runPersonCommand(context, officer, command, async (commandId) => {
    const staging = {
      caseId,
      commandId,
      officerId: officer.id,
      procedure,
      version: baseVersion + 1,
      request,
    };
    const content = await summariseContent(context, staging);
    await stageContent(context, caseId, content, request);
    return { type: 'reviseContent', content };
  });
}

/** A request of another procedure says other things, and who signed this one's signed nothing of it. */
function refuseOther(procedure: string, request: ProcedureRequest): void {
  const isOwn = procedureOf(procedure).request.safeParse(request).success;
  if (!isOwn) throw new InvalidInputError([{ pointer: '/request', code: 'other-procedure' }]);
}
