import { v5 as uuidv5 } from 'uuid';
import { seatCode, shippedCommittee, shippedReason } from '../../domain/committee/shipped-committee';
import type { PrismaClient } from '../../prisma/generated/client';
import { putIn } from './change-committee';

const namespace = '5d0a1e6b-1e0c-4b53-9a1e-6a1f0c2f7b45';

/** Sample officers by the number of the seat that they hold: 'seat.01' is a member, 'deputy.02' a deputy. */
const sampleHolder = /^(seat|deputy)\.(\d\d)$/;

/**
 * Puts the shipped committee into a register that knows none: its rules and seats, and nobody on them. One that is
 * there is its secretary's, whatever a later release ships.
 *
 * @returns whether it was put in
 */
export async function seedCommittee(prisma: PrismaClient): Promise<boolean> {
  return await seedOnce(prisma, 'shipped', 0, async () => ({ reason: shippedReason, holders: [] }));
}

/** Puts the sample officers on the seats of a committee that nobody has changed yet. */
export async function seedSampleSeats(prisma: PrismaClient): Promise<void> {
  await seedCommittee(prisma);
  await seedOnce(prisma, 'sample', 1, async () => {
    const officers = await prisma.officer.findMany({ where: { sample: true } });
    const holders = officers.flatMap(({ id: officerId, subject }) => {
      const [, kind, number] = sampleHolder.exec(subject) ?? [];
      if (number === undefined) return [];
      return {
        officerId,
        seatCode: seatCode(Number(number)),
        standing: kind === 'seat' ? 'member' : 'deputy',
      };
    });
    return { reason: 'Sample officers of the embedded installation: invented', holders };
  });
}

type Seed = Pick<Parameters<typeof putIn>[1], 'reason' | 'holders'>;

/** Of two starts at once the first puts it in: `known` is how many revisions must be there. */
async function seedOnce(
  prisma: PrismaClient,
  name: string,
  known: number,
  seed: () => Promise<Seed>,
): Promise<boolean> {
  return await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('taslim:committee'))::text`;
    if ((await tx.committeeRevision.count()) !== known) return false;
    const { rules, seats } = shippedCommittee;
    const commandId = uuidv5(name, namespace);
    await putIn(tx, { commandId, officerId: null, rules, seats, ...(await seed()) });
    return true;
  });
}
