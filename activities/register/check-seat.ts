import type { SeatClaim } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { seatOfOfficer } from './committee';
import type { Transaction } from './transaction';

/**
 * The actor holds the seat now, and as the command says: who was its member when he read the page may not be when his
 * vote is written, and a seat that was given up since the ballot opened has nobody to speak for it.
 *
 * @throws Refusal `not-your-seat`
 */
export async function checkSeat(
  tx: Transaction,
  officerId: string,
  { code, standing }: SeatClaim,
): Promise<void> {
  const held = await seatOfOfficer(tx, officerId);
  const isHeld = held?.code === code && (standing === null || held.standing === standing);
  if (!isHeld) throw new Refusal('not-your-seat', { seat: code });
}
