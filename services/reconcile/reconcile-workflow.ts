import { assertNever } from '../../domain/assert-never';
import { type CaseLog, readCaseLog } from './case-log';
import { compareStates } from './compare-states';
import type { Drift, DriftKind } from './drift';
import { readWorkflow } from './read-workflow';
import type { ReconcileContext } from './reconcile-context';
import { nudgeWorkflow, restartWorkflow } from './repair-workflow';
import { settled } from './settled';

type Found = Pick<Drift, 'kind' | 'detail'>;

/** Compares an open case's workflow with its event log. With `repair` it is started again, or made to adopt. */
export async function reconcileWorkflow(
  context: ReconcileContext,
  caseId: string,
  repair: boolean,
): Promise<Drift[]> {
  const found = await settled(() => compareNow(context, caseId));
  if (!found) return [];
  const mend = repair ? repairOf(found.kind) : null;
  if (!mend) return [{ caseId, ...found, repaired: false }];
  const failure = await mend(context, await readCaseLog(context.prisma, caseId)).then(
    () => '',
    (error: unknown) => `; not repaired: ${error instanceof Error ? error.message : String(error)}`,
  );
  // What a repair has done is what can be seen afterwards, whatever it answered.
  if ((await settled(() => compareNow(context, caseId))) === null)
    return [{ caseId, ...found, repaired: true }];
  return [{ caseId, ...found, detail: found.detail + failure, repaired: false }];
}

function repairOf(kind: DriftKind): ((context: ReconcileContext, log: CaseLog) => Promise<void>) | null {
  if (kind === 'workflow-missing') return restartWorkflow;
  return kind === 'workflow-behind' ? nudgeWorkflow : null;
}

async function compareNow(context: ReconcileContext, caseId: string): Promise<Found | null> {
  const reading = await readWorkflow(context, caseId);
  const { state: register } = await readCaseLog(context.prisma, caseId);
  if (register.outcome !== null) return null;
  switch (reading.kind) {
    case 'missing':
      return { kind: 'workflow-missing', detail: `the workflow of the open case is ${reading.status}` };
    case 'silent':
      return { kind: 'workflow-silent', detail: 'the workflow does not answer: does a worker run?' };
    case 'running': {
      const seq = reading.state?.seq ?? 0;
      const both = `the workflow is at event ${seq}, the register at ${register.seq}`;
      if (seq < register.seq) return { kind: 'workflow-behind', detail: both };
      if (seq > register.seq) return { kind: 'register-behind', detail: both };
      const differences = reading.state ? compareStates(reading.state, register) : [];
      if (differences.length === 0) return null;
      return { kind: 'workflow-differs', detail: `at event ${seq} they differ in ${differences.join(', ')}` };
    }
    default:
      return assertNever(reading);
  }
}
