import { verifyCase } from '../audit-chain/verify-case';
import type { Drift } from './drift';
import type { ReconcileContext } from './reconcile-context';

/** The drift that a broken event log is, from which nothing may be repaired; null where the log is whole. */
export async function brokenEvidence({ prisma }: ReconcileContext, caseId: string): Promise<Drift | null> {
  const { breaks } = await verifyCase(prisma, caseId, null);
  const [first] = breaks;
  if (!first) return null;
  const more = breaks.length > 1 ? `, and ${breaks.length - 1} more` : '';
  const detail = `event ${first.seq}: ${first.fault}: ${first.detail}${more}; see npm run audit:verify`;
  return { caseId, kind: 'evidence', detail, repaired: false };
}
