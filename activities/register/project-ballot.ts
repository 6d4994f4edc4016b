import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, EventBody } from '../../domain/case/events';
import type { Transaction } from './transaction';

type Body<T extends EventBody['type']> = Extract<EventBody, { type: T }>;
type BallotEvent = Body<'ballotOpened' | 'voteCast' | 'ballotClosed'>;

/** Projects the ballots of the committee, and what each seat said in them. */
export async function projectBallot(
  tx: Transaction,
  caseId: string,
  event: CaseEvent,
  body: BallotEvent,
): Promise<void> {
  switch (body.type) {
    case 'ballotOpened':
      return await createBallot(tx, caseId, event, body);
    case 'voteCast':
      return await createVote(tx, caseId, event, body);
    case 'ballotClosed': {
      const { key, at, cause, outcome, tally } = body;
      const where = { caseId_seq: { caseId, seq: await latestBallot(tx, caseId, key) } };
      const data = { closedAt: new Date(at), cause, outcome, tally: { ...tally } };
      await tx.ballot.update({ where, data, select: { seq: true } });
      return;
    }
    default:
      return assertNever(body);
  }
}

async function createBallot(
  tx: Transaction,
  caseId: string,
  { seq }: CaseEvent,
  { key: stepKey, contentHash, terms }: Body<'ballotOpened'>,
): Promise<void> {
  if (!terms) throw new Error(`ballot ${stepKey} was not completed`);
  const { seats, opensAt, closesAt, lastDay: _inClock, ...rules } = terms;
  const hours = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
  await tx.ballot.create({
    data: { caseId, seq, stepKey, contentHash, ...rules, seats: [...seats], ...hours },
  });
}

async function createVote(
  tx: Transaction,
  caseId: string,
  { seq, recordedAt }: CaseEvent,
  { key, seat, standing, voice, officerId, contentHash, reason }: Body<'voteCast'>,
): Promise<void> {
  const ballotSeq = await latestBallot(tx, caseId, key);
  const reasonId = reason?.id ?? null;
  const said = { seat, standing, voice, officerId, contentHash, reasonId };
  await tx.vote.create({ data: { caseId, seq, ballotSeq, ...said, castAt: new Date(recordedAt) } });
}

/** The present opening of a step is its latest ballot. */
async function latestBallot(tx: Transaction, caseId: string, stepKey: string): Promise<number> {
  const { seq } = await tx.ballot.findFirstOrThrow({
    where: { caseId, stepKey },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  });
  return seq;
}
