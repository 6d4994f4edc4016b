import type { CaseEvent } from '../../domain/case/events';
import { ballotZone } from '../../domain/committee/ballot';
import type { Transaction } from './transaction';

/** What the holders of the seats that are asked are told of a ballot, in codes. */
export interface Invitation {
  readonly seq: number;
  readonly template: 'ballot-opened';
  readonly params: { readonly opensAt: string; readonly closesAt: string; readonly zone: string };
  readonly to: { readonly seats: readonly string[] };
}

/** The invitations to the ballots that a command opens. */
export function invitations(events: readonly CaseEvent[]): Invitation[] {
  return events.flatMap(({ seq, body }) => {
    if (body.type !== 'ballotOpened' || !body.terms) return [];
    const { seats, opensAt, closesAt } = body.terms;
    const params = { opensAt, closesAt, zone: ballotZone };
    return [{ seq, template: 'ballot-opened', params, to: { seats } } as const];
  });
}

/** The seats that have said nothing in the ballot of a step: their holders are reminded that it is about to close. */
export async function seatsNotHeard(tx: Transaction, caseId: string, stepKey: string): Promise<string[]> {
  const { seats, votes } = await tx.ballot.findFirstOrThrow({
    where: { caseId, stepKey },
    orderBy: { seq: 'desc' },
    include: { votes: { select: { seat: true } } },
  });
  const heard = new Set(votes.map(({ seat }) => seat));
  return seats.filter((seat) => !heard.has(seat));
}
