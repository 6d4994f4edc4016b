import type { Prisma } from '../../prisma/generated/client';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import type { CurrentOfficer } from '../officers/current-officer';
import { requireFreshLoginFor } from '../officers/fresh-login';
import { procedureOf, type RawFact, readFact } from '../procedures';
import type { CaseSummary } from './case-summary';
import { getVisibleCase } from './find-case';

/**
 * Records what happened outside. Its details (places, courts, persons) stay in the register.
 *
 * @throws NotFoundError, UnreadableInputError for a form that the case's procedure does not know, StepUpNeededError,
 * RefusedError (before-its-cause, in-the-future, proof-missing, ...), UnavailableError
 */
export async function recordFact(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  raw: RawFact,
): Promise<CaseSummary> {
  const { procedure } = await getVisibleCase(context, officer, caseId);
  const input = readFact(procedure, raw);
  requireFreshLoginFor(context, officer, procedure, input.step);
  const { step, visit, outcome, occurredAt, zone, limitDate, conditions: codes, details, proof } = input;
  const signs = procedureOf(procedure).signedWith?.(input);
  const signature = signs === undefined ? {} : { signs };
  const request = { caseId, key, route: 'recordFact', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'recordFact',
    step,
    ...(visit === undefined ? {} : { visit }),
    fact: { occurredAt, zone, outcome, codes, limitDate, ...signature },
    details: await storeNote(context, caseId, officer.id, commandId, details as Prisma.InputJsonValue),
    proof: await documentRefs(context, officer, proof),
  }));
}
