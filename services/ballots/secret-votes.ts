import type { EventBody } from '../../domain/case/events';

/**
 * The numbers of the votes of which nobody is told how they were: those of a ballot that is not counted, because it is
 * open or was withdrawn. That the seat has spoken is no secret. Only the auditor, who takes no part, reads everything.
 */
export function secretVotes(
  events: readonly { readonly seq: number; readonly data: unknown }[],
): ReadonlySet<number> {
  const secret = new Map<number, string>();
  for (const { seq, data } of events) {
    const body = data as EventBody;
    if (body.type === 'voteCast') secret.set(seq, body.key);
    if (body.type !== 'ballotClosed') continue;
    for (const [vote, key] of secret) if (key === body.key) secret.delete(vote);
  }
  return new Set(secret.keys());
}

/** What is told of such a vote. */
export function spokenOnly({ type, key, seat }: Extract<EventBody, { type: 'voteCast' }>) {
  return { type, key, seat };
}
