import { rulesOf, seatOfOfficer } from '../../activities/register/committee';
import type { Voice } from '../../domain/committee/ballot';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import type { BallotView } from './ballot-schema';
import { findBallotCase } from './find-ballot-case';
import { seatViews } from './seat-views';

const minutesStep = 'committee-minutes';
const chairStep = 'chair-decision';

/**
 * The latest ballot of a case: who is asked, who has spoken, and, when it is counted, how. Until then nobody learns how
 * a seat voted but the seat itself, and the auditor.
 *
 * @throws NotFoundError for a case that the officer may not see and in which his seat was not asked, or without a ballot
 */
export async function getBallot(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<BallotView> {
  const held = await seatOfOfficer(context.prisma, officer.id);
  const item = await findBallotCase(context, officer, caseId);
  const { ballot, earlier, tasks, facts, notes } = await loadParts(context, caseId);
  const isCounted = ballot.outcome !== null;
  const own = held && ballot.seats.includes(held.code) ? held : null;
  const seats = seatViews(ballot, {
    bodies: await bodiesOf(context, ballot.roster),
    notes,
    isShown: isCounted || officer.roles.includes('auditor'),
  });
  const task = (step: string) => tasks.filter((candidate) => candidate.step === step).at(-1);
  const minutes = facts.filter(({ step }) => step === minutesStep).at(-1);
  return {
    caseId,
    reference: item.reference,
    stepKey: ballot.stepKey,
    state: stateOf(
      ballot,
      tasks.some(({ stepKey, status }) => stepKey === ballot.stepKey && status === 'open'),
    ),
    contentHash: ballot.contentHash,
    roster: ballot.roster,
    rules: rulesOf(ballot),
    opensAt: ballot.opensAt.toISOString(),
    closesAt: ballot.closesAt.toISOString(),
    closedAt: ballot.closedAt?.toISOString() ?? null,
    cause: ballot.cause as BallotView['cause'],
    outcome: ballot.outcome as BallotView['outcome'],
    tally: ballot.tally as BallotView['tally'],
    chairDecision: ballot.outcome === 'tied' ? (task(chairStep)?.outcome ?? null) : null,
    seats,
    yours: own && { seat: own.code, standing: own.standing, voice: lastVoice(ballot.votes, own.code) },
    minutes: minutes
      ? {
          recordedAt: minutes.recordedAt.toISOString(),
          occurredAt: minutes.occurredAt.toISOString(),
          documents: minutes.proof,
        }
      : null,
    earlier: earlier.map(({ stepKey, opensAt, outcome, tally }) => ({
      stepKey,
      opensAt: opensAt.toISOString(),
      outcome: outcome as BallotView['outcome'],
      tally: tally as BallotView['tally'],
    })),
  };
}

async function loadParts({ prisma }: ServiceContext, caseId: string) {
  const ballots = await prisma.ballot.findMany({
    where: { caseId },
    orderBy: { seq: 'asc' },
    include: { votes: { orderBy: { seq: 'asc' } } },
  });
  const ballot = ballots.at(-1);
  if (!ballot) throw new NotFoundError('ballot');
  const [tasks, facts, notes] = await Promise.all([
    prisma.task.findMany({ where: { caseId }, orderBy: { openedSeq: 'asc' } }),
    prisma.fact.findMany({ where: { caseId, step: minutesStep }, orderBy: { seq: 'asc' } }),
    prisma.note.findMany({ where: { id: { in: ballot.votes.flatMap(({ reasonId }) => reasonId ?? []) } } }),
  ]);
  return { ballot, earlier: ballots.slice(0, -1), tasks, facts, notes };
}

/** The bodies as they were called when the seats were asked. */
async function bodiesOf(
  { prisma }: ServiceContext,
  revision: number,
): Promise<ReadonlyMap<string, string | null>> {
  const seats = await prisma.committeeSeat.findMany({ where: { revision } });
  return new Map(seats.map(({ code, body }) => [code, body]));
}

function stateOf(
  { opensAt, closesAt, outcome }: { opensAt: Date; closesAt: Date; outcome: string | null },
  isOpen: boolean,
): BallotView['state'] {
  if (outcome !== null) return 'over';
  if (!isOpen) return 'withdrawn';
  const now = Date.now();
  if (now < opensAt.getTime()) return 'announced';
  return now < closesAt.getTime() ? 'open' : 'over';
}

function lastVoice(votes: readonly { seat: string; voice: string }[], code: string): Voice | null {
  return (votes.findLast(({ seat }) => seat === code)?.voice as Voice | undefined) ?? null;
}
