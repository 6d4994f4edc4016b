import { isForeignNational } from '../../domain/procedures/person-fields';
import { assessTransfer } from '../../domain/procedures/suspect-transfer/assess';
import { transferRequestSchema } from '../../domain/procedures/suspect-transfer/request';
import type { CaseView } from '../../services/cases/get-case';
import type { Known } from './candidate-check';
import type { Desk } from './desk';
import { openTransfers } from './open-transfers';
import type { BatchSample, TransferredPerson } from './regional-samples';
import { type Direction, type OpenedTransfer, TransferCase, type TransferEvent } from './transfer-case';
import {
  arrested,
  courtOf,
  detained,
  hoursAfter,
  madeReady,
  placeOf,
  presented,
  requestSent,
  requestTaken,
  signed,
} from './transfer-script';

/** Days and hours on which what the sample does not say has happened. All of it is recorded late. */
const requestedAt = '2026-03-20T10:00:00+03:00';
const arrestedLaterAt = '2026-03-21T08:00:00+03:00';
const handedOverAt = '2026-03-24T12:00:00+03:00';

/** Plays the sample batch to its end: every person's case, in the order of the batch. */
export async function playBatch(
  desk: Desk,
  batch: BatchSample,
  say: (line: string) => void,
): Promise<CaseView[]> {
  const opened = await openTransfers(desk, batch);
  for (const { summary, person } of opened) say(`${summary.reference}  opened for ${nameOf(person)}`);
  const finished: CaseView[] = [];
  for (const transfer of opened) {
    const item = new TransferCase(desk, say, transfer);
    await playPerson(item, transfer);
    const closed = await item.finished();
    say(`${closed.reference}  ${closed.status}: ${closed.outcome}`);
    finished.push(closed);
  }
  return finished;
}

async function playPerson(item: TransferCase, { direction: way, person }: OpenedTransfer): Promise<void> {
  const arrestAt = hoursAfter(person.arrest?.at ?? arrestedLaterAt, 0);
  const custody = arrested(way, arrestAt, {
    place: person.arrest?.place,
    isForeign: isForeignNational(person.person.nationalities),
  });
  if (person.arrest) await playAll(item, custody);
  const verdict = verdictOn(way, person, await item.lookFor('cross-check'));
  if (verdict) await item.decide('person-checks', verdict.outcome, verdict.reason);
  if (verdict?.outcome === 'stop') return await playAll(item, person.arrest ? [freed(way, arrestAt)] : []);
  await playAll(item, requestSent(way, requestedAt));
  const [look, ...orders] = requestTaken(way, requestedAt);
  if (!look) throw new Error('the other side looks for nobody');
  const there = verdictOn(way, person, await item.lookFor(look.step));
  if (there) await item.decide('person-checks-there', there.outcome, there.reason);
  await playAll(item, [
    ...orders,
    ...(person.arrest ? [] : custody),
    ...detained(way, arrestAt),
    ...madeReady(handedOverAt),
    ...signed(handedOverAt),
    ...presented(handedOverAt, person.warrant?.court ?? courtOf(way.to)),
  ]);
}

/** What the legal reviewer decides; null where nothing has to be decided. */
function verdictOn(
  way: Direction,
  person: TransferredPerson,
  known: Known,
): { outcome: 'stop' | 'proceed'; reason: string } | null {
  if (known === 'judged-for-this-act') {
    return { outcome: 'stop', reason: 'Already judged for the same act: nobody is tried twice' };
  }
  const { findings } = assessTransfer(transferRequestSchema.parse({ ...way, ...person }));
  if (findings.length > 0) return { outcome: 'stop', reason: `No transfer: ${findings.join(', ')}` };
  return known === 'known'
    ? { outcome: 'proceed', reason: 'The earlier case on the warrant is closed' }
    : null;
}

/** The judge of the place lets the person go. */
function freed({ from }: Direction, arrestAt: string): TransferEvent {
  const details = { court: courtOf(from), note: `Released in ${placeOf(from)}` };
  return { at: hoursAfter(arrestAt, 14), step: 'papers-to-judge', outcome: 'released', details };
}

function nameOf({ person }: TransferredPerson): string {
  return person.names[0]?.given ?? 'somebody without a name';
}

async function playAll(item: TransferCase, events: readonly TransferEvent[]): Promise<void> {
  for (const event of events) await item.play(event);
}
