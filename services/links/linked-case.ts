import type { Reader } from '../../domain/permissions/case-access';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import { type ProcedureRequest, procedureOf } from '../procedures';

/** @throws InvalidInputError when a request names a case that is not there, or that the officer may not see */
export async function refuseUnseenLink(
  context: ServiceContext,
  reader: Reader,
  procedure: string,
  request: ProcedureRequest,
): Promise<void> {
  if (await maySeeLink(context, reader, procedure, request)) return;
  throw new InvalidInputError([{ pointer: '/request/linkedCase', code: 'case-unknown' }]);
}

/** The request as its reader may see it: a case that he may not know of is not named. */
export async function requestFor(
  context: ServiceContext,
  reader: Reader,
  procedure: string,
  request: ProcedureRequest,
): Promise<ProcedureRequest> {
  if (await maySeeLink(context, reader, procedure, request)) return request;
  const shown = { ...request };
  if ('linkedCase' in shown) delete shown.linkedCase;
  return shown;
}

async function maySeeLink(
  { prisma }: ServiceContext,
  reader: Reader,
  procedure: string,
  request: ProcedureRequest,
): Promise<boolean> {
  const id = procedureOf(procedure).linkOf?.(request) ?? null;
  if (id === null) return true;
  return (await prisma.case.count({ where: { id, ...visibleCases(reader) } })) > 0;
}
