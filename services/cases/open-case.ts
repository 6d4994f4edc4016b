import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { LawBinding } from '../../domain/law/catalogue/law-binding';
import { bindLaw } from '../../domain/law/catalogue/select';
import { answerOnce, caseIdOf, commandIdOf } from '../commands/idempotency';
import { sendOpening } from '../commands/send-command';
import type { ServiceContext } from '../context';
import { ForbiddenError, InvalidInputError } from '../errors';
import { refuseUnseenLink } from '../links/linked-case';
import type { CurrentOfficer } from '../officers/current-officer';
import { type Opening, procedureOf } from '../procedures';
import { partiesOf } from './case-parties';
import { type CaseSummary, getCaseSummary } from './case-summary';
import { createDraft } from './create-draft';
import { namingEarlierRefusal } from './earlier-refusal';
import { getVisibleCase } from './find-case';
import { stageContent, summariseContent } from './stage-content';

/**
 * Starts a procedure. The draft and its content are in the register before the workflow starts; the case is in the
 * lists when its first events are written. `batchId`: the batch that it comes with.
 *
 * @throws ForbiddenError for who does not open this procedure, InvalidInputError, RefusedError (cannot-proceed), UnavailableError
 */
export async function openCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  opening: Opening,
  batchId?: string,
): Promise<CaseSummary> {
  const repeatable = { officerId: officer.id, key, route: 'openCase', body: opening };
  return await answerOnce(context, repeatable, async () => {
    const { procedure, request } = opening;
    if (!officer.roles.includes(procedureOf(procedure).openedBy ?? 'liaison'))
      throw new ForbiddenError('case.open');
    await refuseUnseenLink(context, officer, procedure, request);
    if (opening.reopens) await refuseUnlessClosed(context, officer, opening.reopens);
    const parties = await partiesOf(context, officer, procedure, request);
    const caseId = caseIdOf(repeatable);
    const commandId = commandIdOf(repeatable);
    const staging = { caseId, commandId, officerId: officer.id, procedure, version: 1, request };
    const content = await summariseContent(context, staging);
    await createDraft(context, officer, caseId, { ...opening, parties, batchId });
    await stageContent(context, { caseId, procedure }, content, request);
    const { agencyCode } = officer;
    const reopens = opening.reopens ?? null;
    const command = {
      type: 'openCase',
      commandId,
      officerId: officer.id,
      agencyCode,
      ...(parties === undefined ? {} : { parties }),
      ...(batchId === undefined ? {} : { batchId }),
      content,
      ...lawFirst(opening),
      reopens,
    } as const;
    await namingEarlierRefusal(context, officer, opening, () =>
      sendOpening(context, caseId, key, procedure, command),
    );
    return await getCaseSummary(context, officer, caseId);
  });
}

/** What the case is going to be bound to, where its first steps depend on that: the write step asks again. */
function lawFirst({ procedure, request }: Opening): { readonly law?: LawBinding } {
  if (!procedureOf(procedure).asksLawFirst) return {};
  const { requestingState, requestedState } = request;
  const on = new Date().toISOString().slice(0, 10);
  return { law: bindLaw(catalogue(), { procedure, requestingState, requestedState, on }) };
}

/** A case is taken up again by a new one, linked to it; what is closed stays closed. */
async function refuseUnlessClosed(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<void> {
  const { closedAt } = await getVisibleCase(context, officer, caseId);
  if (!closedAt) throw new InvalidInputError([{ pointer: '/reopens', code: 'case-not-closed' }]);
}
