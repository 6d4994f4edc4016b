import { checkProjections, rebuildProjections } from '../../../activities/register/rebuild';
import { connectRegister } from '../../../platform/compose/register';
import type { PrismaClient } from '../../../prisma/generated/client';
import type { Drift, Projections } from '../../../services/reconcile/drift';
import { reconcile } from '../../../services/reconcile/reconcile';
import { caseWorkflowId } from '../../../workflows/messages';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';
import { tamper } from '../audit-chain/tamper';

/** The real parts of the suite; there once `useRegister` has started them. */
export let installation: Installation;
/** The register as the owner of the tables. */
export let owner: PrismaClient;

/** Starts a register with a worker before the tests of a file and ends them afterwards. */
export function useRegister(): void {
  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    owner = connectRegister(installation.register.ownerUrl);
  });
  afterAll(async () => {
    await owner.$disconnect();
    await installation.stop();
  });
}

/** Compares everything, and repairs it with `repair`; gives what was found. */
export async function run({ repair = false, context = installation.context }): Promise<Drift[]> {
  const projections: Projections = {
    check: (caseId) => checkProjections(context.prisma, caseId),
    rebuild: repair ? (caseId) => rebuildProjections(owner, caseId) : null,
  };
  const found: Drift[] = [];
  await reconcile(context, projections, { found: (drift) => found.push(drift), progress: () => undefined });
  return found;
}

export const workflowOf = (caseId: string) =>
  installation.context.temporal.workflow.getHandle(caseWorkflowId(caseId));

export async function opened(): Promise<CaseDriver> {
  const item = new CaseDriver(installation.context);
  await item.open();
  return item;
}

/** Ends a case that cannot be repaired, so that the next test does not find it. */
export async function forget(item: CaseDriver): Promise<void> {
  await workflowOf(item.caseId)
    .terminate()
    .catch(() => undefined);
  await tamper(installation.register, 'CaseEvent', 'DELETE FROM "CaseEvent" WHERE "caseId" = $1', [
    item.caseId,
  ]);
}

/** Everything of the register that no repair may touch. */
export async function untouchable() {
  const { prisma } = installation.context;
  return {
    events: await prisma.caseEvent.findMany({ orderBy: [{ caseId: 'asc' }, { seq: 'asc' }] }),
    contents: await prisma.caseContent.findMany({ orderBy: { id: 'asc' } }),
    notes: await prisma.note.findMany({ orderBy: { id: 'asc' } }),
    documents: await prisma.document.findMany({ orderBy: { id: 'asc' } }),
    officers: await prisma.officer.findMany({ orderBy: { id: 'asc' } }),
    mails: await prisma.mail.findMany({ orderBy: { id: 'asc' } }),
    keys: await prisma.idempotencyKey.findMany({ orderBy: { key: 'asc' } }),
    references: await prisma.case.findMany({ select: { id: true, reference: true }, orderBy: { id: 'asc' } }),
  };
}

/** The lists of one case. */
export async function lists(caseId: string) {
  const { prisma } = installation.context;
  const where = { caseId };
  return {
    item: await prisma.case.findMany({ where: { id: caseId } }),
    tasks: await prisma.task.findMany({ where, orderBy: { openedSeq: 'asc' } }),
    decisions: await prisma.decision.findMany({ where, orderBy: { id: 'asc' } }),
    facts: await prisma.fact.findMany({ where, orderBy: { seq: 'asc' } }),
    rounds: await prisma.documentRequest.findMany({ where, orderBy: { stepKey: 'asc' } }),
    clocks: await prisma.clock.findMany({ where, orderBy: { key: 'asc' } }),
    custody: await prisma.custody.findMany({ where, orderBy: { period: 'asc' } }),
  };
}
