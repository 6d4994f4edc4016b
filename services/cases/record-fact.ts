import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import type { CurrentOfficer } from '../officers/current-officer';
import { type FactInput, signedWith } from '../procedures';
import type { CaseSummary } from './case-summary';

/**
 * Records what happened outside. Its details (places, courts, persons) stay in the register.
 *
 * @throws NotFoundError, RefusedError (before-its-cause, in-the-future, proof-missing, ...), UnavailableError
 */
export async function recordFact(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: FactInput,
): Promise<CaseSummary> {
  const { step, outcome, occurredAt, zone, limitDate, conditions, details, proof } = input;
  const request = { caseId, key, route: 'recordFact', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'recordFact',
    step,
    fact: { occurredAt, zone, outcome, codes: conditions, limitDate, ...signature(input) },
    details: await storeNote(context, caseId, officer.id, commandId, details),
    proof: await documentRefs(context, officer, proof),
  }));
}

function signature(input: FactInput): { readonly signs?: string } {
  const signs = signedWith(input);
  return signs === undefined ? {} : { signs };
}
