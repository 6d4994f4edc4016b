import { eventHash, genesisHash } from '../../domain/case/chain';
import { eventOfRow, type StoredEvent } from '../../domain/case/stored-event';
import type { ChainBreak, ChainFault } from './chain-break';

/** Walks one case's events in their order, whatever the batches in which they come. */
export class ChainWalk {
  seq = 0;
  hash: string;

  constructor(private readonly caseId: string) {
    this.hash = genesisHash(caseId);
  }

  /** Takes the next event and says what is wrong with it: its place, its link, its own hash, its type. */
  take(row: StoredEvent): ChainBreak[] {
    const breaks: ChainBreak[] = [];
    const broken = (fault: ChainFault, detail: string) =>
      breaks.push({ caseId: this.caseId, seq: row.seq, fault, detail });
    if (row.seq !== this.seq + 1) broken('gap', `follows event ${this.seq}`);
    else if (row.prevHash !== this.hash) broken('previous-hash', `names ${row.prevHash}, not ${this.hash}`);
    const event = eventOfRow(row);
    const computed = eventHash(this.caseId, event, row.prevHash);
    if (computed !== row.hash) broken('hash', `has ${row.hash}, what it holds gives ${computed}`);
    if (row.type !== event.body.type) broken('type', `is listed as ${row.type}, holds ${event.body.type}`);
    this.seq = row.seq;
    this.hash = row.hash;
    return breaks;
  }

  /** What is wrong with the head that the case names, after its last event. */
  end(head: { readonly seq: number; readonly headHash: string }): ChainBreak[] {
    const at = { caseId: this.caseId, seq: this.seq, fault: 'head' } as const;
    if (head.seq !== this.seq) return [{ ...at, detail: `the case counts ${head.seq} events` }];
    if (head.headHash !== this.hash) return [{ ...at, detail: `the case ends in ${head.headHash}` }];
    return [];
  }
}
