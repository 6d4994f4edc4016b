import { caseWorkflowId, stateQuery } from '../../../workflows/messages';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';

/** Takes a case from its opening to its end. */
async function liveThrough(item: CaseDriver): Promise<void> {
  await item.open();
  await item.decide('urgent-approval', 'approved');
  await item.record('provisional-arrest-request', 'sent');
  await item.record('provisional-arrest', 'arrested');
  await item.signAll();
  await item.record('transmission', 'transmitted');
  await item.record('receipt', 'received');
  await item.record('opinion', 'no-obstacle');
  await item.record('judgment', 'no-obstacle');
  await item.record('decision', 'granted', { conditions: ['speciality'] });
  await item.record('notice-of-decision', 'notified');
  await item.record('surrender', 'surrendered');
  await item.record('arrival', 'arrived', { zone: 'Asia/Baghdad' });
  await item.record('before-judge', 'presented', { zone: 'Asia/Baghdad' });
  await item.decide('speciality-watch', 'ended', 'Invented: the conditions were kept');
}

describe('a case that outlives its runs', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation({ commandsPerRun: 3 });
    await installation.startWorker();
  });
  afterAll(() => installation.stop());

  it('continues as new after a few commands and ends as if it had been one run', async () => {
    const item = new CaseDriver(installation.context);
    await liveThrough(item);
    expect(item.summary).toMatchObject({ status: 'closed', outcome: 'surrendered' });
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(item.caseId));
    const { raw } = await handle.describe();
    const firstRun = raw.workflowExecutionInfo?.firstRunId;
    expect(firstRun).not.toBe(raw.workflowExecutionInfo?.execution?.runId);
  });

  it('holds in the workflow what the register holds', async () => {
    const item = new CaseDriver(installation.context);
    await item.open();
    await item.decide('urgent-approval', 'approved');
    await item.record('provisional-arrest-request', 'sent');
    await item.decide('legal-review', 'approved');
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(item.caseId));
    const state = await handle.query(stateQuery);
    const open = Object.keys(state?.steps ?? {}).filter((key) => state?.steps[key]?.outcome === null);
    expect(open.sort()).toEqual(await item.openSteps());
    const { seq } = await installation.context.prisma.case.findUniqueOrThrow({ where: { id: item.caseId } });
    expect(state?.seq).toBe(seq);
  });
});

describe('a worker that remembers no workflow', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker({ maxCachedWorkflows: 0 });
  });
  afterAll(() => installation.stop());

  it('takes a case to its end, replaying its history at every task', async () => {
    const item = new CaseDriver(installation.context);
    await liveThrough(item);
    expect(item.summary).toMatchObject({ status: 'closed', outcome: 'surrendered' });
  });
});
