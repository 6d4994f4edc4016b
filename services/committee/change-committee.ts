import type { Prisma, PrismaClient } from '../../prisma/generated/client';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { CommitteeChangedError, ForbiddenError, InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { committeeFaults, placesOf } from './committee-faults';
import type { CommitteeInput, CommitteeView } from './committee-schemas';
import { getCommittee } from './get-committee';

type Register = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>;

/**
 * Puts the committee in anew: its rules, its seats, who holds them. What was before stays. A ballot that is open goes
 * on by what it was opened with. Nobody changes the committee by which he decides.
 *
 * @throws ForbiddenError for who is of the committee, InvalidInputError with every fault, CommitteeChangedError when
 * somebody else has changed it since
 */
export async function changeCommittee(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  input: CommitteeInput,
): Promise<CommitteeView> {
  if (officer.roles.includes('committee-member')) throw new ForbiddenError('committee.edit');
  const request = { officerId: officer.id, key, route: 'changeCommittee', body: input };
  return await answerOnce(context, request, async () => {
    await writeOnce(context, officer.id, commandIdOf(request), input);
    return await getCommittee(context);
  });
}

async function writeOnce(
  { prisma }: ServiceContext,
  officerId: string,
  commandId: string,
  input: CommitteeInput,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    // One change at a time: their numbers are the order in which they took effect.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('taslim:committee'))::text`;
    if (await tx.committeeRevision.findUnique({ where: { commandId } })) return;
    const { revision } = await tx.committeeRevision.findFirstOrThrow({ orderBy: { revision: 'desc' } });
    if (revision !== input.baseRevision) throw new CommitteeChangedError(revision);
    const officers = await membersByAccount(tx);
    const faults = committeeFaults(input, officers);
    if (faults.length > 0) throw new InvalidInputError(faults);
    const holders = placesOf(input).flatMap(({ account, seatCode, standing }) => {
      const found = officers.get(account);
      return found ? [{ officerId: found.id, seatCode, standing }] : [];
    });
    const { rules, reason, seats } = input;
    await putIn(tx, { commandId, officerId, reason, rules, seats, holders });
  });
}

/** What a change puts in. */
export interface NewCommittee {
  readonly commandId: string;
  readonly officerId: string | null;
  readonly reason: string;
  readonly rules: CommitteeInput['rules'];
  readonly seats: readonly Pick<CommitteeInput['seats'][number], 'code' | 'body' | 'chair' | 'active'>[];
  readonly holders: readonly Omit<Prisma.CommitteeHolderCreateManyInput, 'revision'>[];
}

/** Writes a revision of the committee with all of its seats. */
export async function putIn(
  tx: Register,
  { commandId, officerId, reason, rules, seats, holders }: NewCommittee,
): Promise<void> {
  const { revision } = await tx.committeeRevision.create({
    data: { commandId, officerId, reason, ...rules, changedAt: new Date() },
  });
  await tx.committeeSeat.createMany({
    data: seats.map(({ code, body, chair, active }) => ({ revision, code, body, chair, active })),
  });
  await tx.committeeHolder.createMany({ data: holders.map((holder) => ({ revision, ...holder })) });
}

async function membersByAccount(tx: Register): Promise<ReadonlyMap<string, { readonly id: string }>> {
  const officers = await tx.officer.findMany({
    where: { disabledAt: null, roles: { has: 'committee-member' } },
    select: { id: true, subject: true },
  });
  return new Map(officers.map(({ id, subject }) => [subject, { id }]));
}
