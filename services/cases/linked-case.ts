import type { ServiceContext } from '../context';
import { InvalidInputError, NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { ProcedureRequest } from '../procedures';
import { getVisibleCase } from './find-case';

/**
 * A request names only a case that its officer may see.
 *
 * @throws InvalidInputError in the same words for a case that does not exist
 */
export async function refuseUnseenLink(
  context: ServiceContext,
  officer: CurrentOfficer,
  request: ProcedureRequest,
): Promise<void> {
  const linked = linkedCaseOf(request);
  if (linked === null || (await maySee(context, officer, linked))) return;
  throw new InvalidInputError([{ pointer: '/request/linkedCase', code: 'case-unknown' }]);
}

/** A request as its reader may have it: without the case that it is linked to, where he may not know of that one. */
export async function withKnownLink<R extends ProcedureRequest>(
  context: ServiceContext,
  officer: CurrentOfficer,
  request: R,
): Promise<R> {
  const linked = linkedCaseOf(request);
  if (linked === null || (await maySee(context, officer, linked))) return request;
  const { linkedCase: _unknown, ...told } = request as R & { linkedCase?: string };
  return told as R;
}

function linkedCaseOf(request: ProcedureRequest): string | null {
  return ('linkedCase' in request ? request.linkedCase : undefined) ?? null;
}

async function maySee(context: ServiceContext, officer: CurrentOfficer, caseId: string): Promise<boolean> {
  try {
    await getVisibleCase(context, officer, caseId);
    return true;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return false;
  }
}
