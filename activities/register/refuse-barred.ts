import { Refusal } from '../../domain/case/refusal';
import { barredBy } from '../../domain/procedures/barred-by';
import type { Transaction } from './transaction';

/**
 * What was refused for good is not asked for again (Iraq, CPC 362(B)). While the earlier case is open its warrant is in
 * use, so nobody can get in between. Which case it was is not said here: who may see it is told by the service.
 *
 * @throws Refusal `barred-by-refusal`
 */
export async function refuseBarred(tx: Transaction, caseId: string, warrantKey: string): Promise<void> {
  const facts = { some: { OR: barredBy.map(({ step, outcome }) => ({ step, outcome })) } };
  const earlier = await tx.case.findFirst({
    where: { warrantKey, id: { not: caseId }, facts },
    select: { id: true },
  });
  if (earlier) throw new Refusal('barred-by-refusal');
}
