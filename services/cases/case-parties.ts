import { actingFor, type Parties, type Party } from '../../domain/case/parties';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, procedureOf } from '../procedures';
import { getVisibleCase } from './find-case';

/**
 * The two sides of a request: the officer's agency, and the unit of the other side that takes such requests. Undefined
 * for a procedure that one agency has alone.
 *
 * @throws InvalidInputError when the officer is not of the side that asks, or the other side has no unit for it
 */
export async function partiesOf(
  { prisma }: ServiceContext,
  { agencyCode }: CurrentOfficer,
  procedure: string,
  request: ProcedureRequest,
): Promise<Parties | undefined> {
  const sides = procedureOf(procedure).sides?.(request) ?? null;
  if (sides === null) return undefined;
  const { requesting: side, requested, named = { requesting: 'to', requested: 'from' } } = sides;
  const own = await prisma.agency.findUniqueOrThrow({ where: { code: agencyCode } });
  if (own.side !== side)
    throw new InvalidInputError([{ pointer: `/request/${named.requesting}`, code: 'not-your-side' }]);
  if (requested === null) return undefined;
  const other = await prisma.agency.findFirst({ where: { side: requested, transfers: true } });
  if (!other)
    throw new InvalidInputError([{ pointer: `/request/${named.requested}`, code: 'no-unit-of-side' }]);
  return {
    requesting: { agencyCode, side: own.side },
    requested: { agencyCode: other.code, side: other.side },
  };
}

/** The two sides of an opened case; undefined where one agency has it alone. */
export async function partiesOfCase(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  { agencyCode, counterpartCode }: Pick<Case, 'agencyCode' | 'counterpartCode'>,
): Promise<Parties | undefined> {
  if (counterpartCode === null) return undefined;
  const party = async (code: string): Promise<Party> => {
    const { side } = await prisma.agency.findUniqueOrThrow({ where: { code } });
    return { agencyCode: code, side };
  };
  return { requesting: await party(agencyCode), requested: await party(counterpartCode) };
}

/** The agency of a case's two for which an officer writes: his own, or the federal one for an officer of a federal body. */
export async function sideOfOfficer(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<string> {
  return actingFor(officer, await partiesOfCase(context, await getVisibleCase(context, officer, caseId)));
}
