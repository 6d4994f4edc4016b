import { z } from 'zod';
import { prose } from '../../domain/input';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import { bindLaw } from '../../domain/law/catalogue/select';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CaseSummary } from './case-summary';
import { getVisibleCase } from './find-case';
import { refuseOtherSide } from './refuse-other-side';

export const rebindingSchema = z.strictObject({ reason: prose }).meta({ id: 'LawRebindingInput' });

/**
 * Puts a running case under the law as it is today, by a manager's own act. A limit whose rule has changed is counted
 * anew from its event; what it was due before stays visible.
 *
 * @throws NotFoundError, RefusedError (law-unchanged, wrong-role), UnavailableError
 */
export async function rebindLaw(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  { reason }: z.infer<typeof rebindingSchema>,
): Promise<CaseSummary> {
  const item = await getVisibleCase(context, officer, caseId);
  refuseOtherSide(item, officer, null, 'manager');
  const { procedure, requestingState, requestedState } = item;
  const request = { caseId, key, route: 'rebindLaw', body: { reason } };
  return await runPersonCommand(context, officer, request, async (commandId) => {
    const on = new Date().toISOString().slice(0, 10);
    return {
      type: 'rebindLaw',
      law: bindLaw(catalogue(), { procedure, requestingState, requestedState, on }),
      reason: await requireNote(context, caseId, officer.id, commandId, reason),
    };
  });
}
