import { rulesOf } from '../../activities/register/committee';
import type { CommitteeHolder, Officer } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { CommitteeChangeView, CommitteeView } from './committee-schemas';

/** The committee as it stands: by what it votes, its seats, and who holds them. */
export async function getCommittee({ prisma }: Pick<ServiceContext, 'prisma'>): Promise<CommitteeView> {
  const { revision, seats, ...rules } = await prisma.committeeRevision.findFirstOrThrow({
    orderBy: { revision: 'desc' },
    include: { seats: { orderBy: { code: 'asc' }, include: { holders: { include: { officer: true } } } } },
  });
  return {
    revision,
    rules: rulesOf(rules),
    seats: seats.map(({ code, body, chair, active, holders }) => ({
      code,
      body,
      chair,
      active,
      member: holderOf(holders, 'member'),
      deputy: holderOf(holders, 'deputy'),
    })),
  };
}

/** The changes of the committee, newest first. */
export async function listCommitteeChanges(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  limit: number,
): Promise<CommitteeChangeView[]> {
  const changes = await prisma.committeeRevision.findMany({
    orderBy: { revision: 'desc' },
    take: limit,
    include: { officer: true, seats: { where: { active: true }, select: { code: true } } },
  });
  return changes.map(({ revision, changedAt, officer, reason, seats, ...rules }) => ({
    revision,
    changedAt: changedAt.toISOString(),
    changedBy: officer?.name ?? null,
    reason,
    rules: rulesOf(rules),
    seats: seats.length,
  }));
}

function holderOf(holders: readonly (CommitteeHolder & { officer: Officer })[], standing: string) {
  const found = holders.find((holder) => holder.standing === standing)?.officer;
  return found ? { account: found.subject, name: found.name, active: found.disabledAt === null } : null;
}
