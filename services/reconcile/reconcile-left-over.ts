import { brokenEvidence } from './broken-evidence';
import { type CaseLog, readCaseLog } from './case-log';
import type { Drift } from './drift';
import { readWorkflow } from './read-workflow';
import type { ReconcileContext } from './reconcile-context';
import { endWorkflow, nudgeWorkflow } from './repair-workflow';
import { settled } from './settled';

/** A run that may be ended: the register holds every event that it knows. */
interface Endable {
  readonly runId: string;
  readonly isBehind: boolean;
}

/** A run that should have ended. */
interface LeftOver extends Pick<Drift, 'kind' | 'detail'> {
  /** Null where it may not be touched. */
  readonly endable: Endable | null;
}

/**
 * Looks whether the workflow of a closed case still runs. With `repair` one that is behind is made to adopt what it
 * missed, its own end with it; one that stays nevertheless is ended from outside. A workflow that does not answer, or
 * that knows more than the register, is left to a person: it may be the only trace of events that were lost.
 */
export async function reconcileLeftOver(
  context: ReconcileContext,
  caseId: string,
  repair: boolean,
): Promise<Drift[]> {
  const look = () => settled(() => lookNow(context, caseId));
  const found = await look();
  if (!found) return [];
  const { kind, detail } = found;
  const evidence = await brokenEvidence(context, caseId);
  if (evidence) return [evidence, { caseId, kind, detail, repaired: false }];
  if (!repair || !found.endable) return [{ caseId, kind, detail, repaired: false }];
  const failure = await end(context, await readCaseLog(context.prisma, caseId), found.endable, look).then(
    () => '',
    (error: unknown) => `; not repaired: ${error instanceof Error ? error.message : String(error)}`,
  );
  if ((await look()) === null) return [{ caseId, kind, detail, repaired: true }];
  return [{ caseId, kind, detail: detail + failure, repaired: false }];
}

async function end(
  context: ReconcileContext,
  log: CaseLog,
  { runId, isBehind }: Endable,
  look: () => Promise<LeftOver | null>,
): Promise<void> {
  if (!isBehind) return await endWorkflow(context, log, runId);
  // One that cannot adopt is ended none the less: it holds nothing that the register does not.
  await nudgeWorkflow(context, log).catch(() => undefined);
  const still = (await look())?.endable;
  if (still) await endWorkflow(context, log, still.runId);
}

async function lookNow(context: ReconcileContext, caseId: string): Promise<LeftOver | null> {
  const reading = await readWorkflow(context, caseId);
  if (reading.kind === 'missing') return null;
  const { state: register } = await readCaseLog(context.prisma, caseId);
  const closed = `the case is closed at event ${register.seq}`;
  if (reading.kind === 'silent') {
    const detail = `${closed}, its workflow runs and does not answer: does a worker run?`;
    return { kind: 'workflow-left-over', detail, endable: null };
  }
  const seq = reading.state?.seq ?? 0;
  const detail = `${closed}, its workflow runs at event ${seq}`;
  if (seq > register.seq) return { kind: 'register-behind', detail, endable: null };
  const endable = { runId: reading.runId, isBehind: seq < register.seq };
  return { kind: 'workflow-left-over', detail, endable };
}
