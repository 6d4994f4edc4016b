import { z } from 'zod';
import { outgoingRequestSchema } from '../../domain/procedures/outgoing-extradition/request';
import { runPersonCommand } from '../commands/person-command';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';
import { getVisibleCase } from './find-case';
import { stageContent, summariseContent } from './stage-content';

export const contentSchema = z
  .strictObject({
    baseVersion: z.int().min(1).describe('The `contentVersion` that was read and edited'),
    request: outgoingRequestSchema,
  })
  .meta({ id: 'ContentInput' });

/**
 * Replaces what the request says, as a new version. Approvals that signed the older one are reopened.
 *
 * @throws NotFoundError, InvalidInputError, RefusedError (content-changed, content-signed-out), UnavailableError
 */
export async function reviseContent(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof contentSchema>,
): Promise<CaseSummary> {
  const { procedure } = await getVisibleCase(context, officer, caseId);
  const { baseVersion, request } = input;
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
