import type { EventBody } from '../../domain/case/events';
import type { Voice } from '../../domain/committee/ballot';
import { seatCode } from '../../domain/committee/shipped-committee';
import type { InMemoryCase } from './in-memory-case';

/** The seats of an open ballot vote, from the first on; where some say nothing, its time passes. Returns what came of it. */
export function voteOf(item: InMemoryCase, yes: number, no: number): EventBody[] {
  const { terms } = Object.values(item.current.ballots ?? {}).at(-1) ?? {};
  if (!terms) throw new Error('no ballot is open');
  const before = item.events.length;
  item.passTimeUntil(terms.opensAt);
  for (let seat = 1; seat <= yes + no; seat++) say(item, seat, seat <= yes ? 'for' : 'against');
  if (yes + no < terms.seats.length) item.passTimeUntil(terms.closesAt);
  return item.events.slice(before);
}

function say(item: InMemoryCase, seat: number, voice: Voice): void {
  item.take({
    type: 'castVote',
    officerId: `member-${seat}`,
    key: null,
    seat: seatCode(seat),
    standing: 'member',
    voice,
    reason: null,
    contentHash: item.current.content.hash,
  });
}
