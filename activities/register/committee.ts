import type {
  Committee,
  CommitteeRules,
  Majority,
  Standing,
  TieRule,
} from '../../domain/committee/committee';
import type { PrismaClient } from '../../prisma/generated/client';

/** A client of the register, inside a transaction or not. */
export type CommitteeReader = Pick<PrismaClient, 'committeeRevision' | 'committeeHolder'>;

/** Rules as a row holds them: the code that writes it lets nothing else in. */
export interface RulesRow extends Omit<CommitteeRules, 'majority' | 'tie'> {
  readonly majority: string;
  readonly tie: string;
}

/** The rules of a row, and nothing else of it. */
export function rulesOf(row: RulesRow): CommitteeRules {
  const { quorum, majority, tie, voteMayChange, recusalCountsForQuorum } = row;
  return {
    quorum,
    majority: majority as Majority,
    tie: tie as TieRule,
    voteMayChange,
    recusalCountsForQuorum,
  };
}

/** The committee as it stands. @throws Error, retried, when nobody has put it into the register */
export async function currentCommittee(tx: CommitteeReader): Promise<Committee> {
  const { revision, seats, ...rules } = await tx.committeeRevision.findFirstOrThrow({
    orderBy: { revision: 'desc' },
    include: { seats: { orderBy: { code: 'asc' } } },
  });
  return {
    revision,
    rules: rulesOf(rules),
    seats: seats.map(({ code, body, chair, active }) => ({ code, body, chair, active })),
  };
}

/** An officer's place on the committee. */
export interface HeldSeat {
  readonly code: string;
  readonly standing: Standing;
}

/** The active seat that an officer holds now, as its member or as his deputy; null where he holds none. */
export async function seatOfOfficer(tx: CommitteeReader, officerId: string): Promise<HeldSeat | null> {
  const [held] = await holders(tx, { officerId });
  return held ? { code: held.seatCode, standing: held.standing as Standing } : null;
}

/** Who holds one of the seats now, members and deputies: the seat by the officer's id. */
export async function holdersOf(
  tx: CommitteeReader,
  seats: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const held = await holders(tx, { seatCode: { in: [...seats] } });
  return new Map(held.map(({ officerId, seatCode }) => [officerId, seatCode]));
}

async function holders(
  tx: CommitteeReader,
  where: { readonly officerId?: string; readonly seatCode?: { in: string[] } },
) {
  const { revision } = await tx.committeeRevision.findFirstOrThrow({
    orderBy: { revision: 'desc' },
    select: { revision: true },
  });
  return await tx.committeeHolder.findMany({ where: { ...where, revision, seat: { active: true } } });
}
