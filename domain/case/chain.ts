import { hashOf } from '../hash';
import type { CaseEvent, EventBody } from './events';

/** An event with its place in the case's hash chain. */
export interface ChainedEvent {
  readonly event: CaseEvent;
  readonly prevHash: string;
  readonly hash: string;
}

/** What the first event of a case is chained to. */
export function genesisHash(caseId: string): string {
  return hashOf({ caseId });
}

/** The hash of an event: covers everything the register holds of it, and the hash before it. */
export function eventHash(caseId: string, event: CaseEvent, prevHash: string): string {
  const { seq, commandId, actorId, recordedAt, body } = event;
  return hashOf({ caseId, seq, commandId, actorId, recordedAt, body, prevHash });
}

/** Numbers and chains a command's events behind the head of the case. */
export function chain(
  caseId: string,
  head: { readonly seq: number; readonly hash: string },
  command: Pick<CaseEvent, 'commandId' | 'actorId' | 'recordedAt'>,
  bodies: readonly EventBody[],
): ChainedEvent[] {
  let prevHash = head.hash;
  return bodies.map((body, index) => {
    const event: CaseEvent = { seq: head.seq + 1 + index, ...command, body };
    const hash = eventHash(caseId, event, prevHash);
    const chained = { event, prevHash, hash };
    prevHash = hash;
    return chained;
  });
}
