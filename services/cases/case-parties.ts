import type { Parties, Party, Side } from '../../domain/case/parties';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, procedureOf } from '../procedures';

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
  const definition = procedureOf(procedure);
  const sides = definition.sides?.(request) ?? null;
  const asks = sides === null ? (definition.ownSide?.(request) ?? null) : sides.requesting;
  if (asks === null) return undefined;
  const own = await prisma.agency.findUniqueOrThrow({ where: { code: agencyCode } });
  if (own.side !== asks)
    throw new InvalidInputError([{ pointer: pointerTo(request, asks), code: 'not-your-side' }]);
  if (sides === null) return undefined;
  const other = await prisma.agency.findFirst({ where: { side: sides.requested, transfers: true } });
  if (!other) throw new InvalidInputError([{ pointer: '/request/from', code: 'no-unit-of-side' }]);
  return {
    requesting: { agencyCode, side: own.side },
    requested: { agencyCode: other.code, side: other.side },
  };
}

/** Where the request names a side: who wants a person says where to, who asks something from where. */
function pointerTo(request: ProcedureRequest, side: Side): string {
  return 'from' in request && request.from === side ? '/request/from' : '/request/to';
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
