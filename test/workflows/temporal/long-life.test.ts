import { caseWorkflowId, stateQuery } from '../../../workflows/messages';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';

describe('a case that outlives its runs', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation({ commandsPerRun: 3 });
    await installation.startWorker();
  });
  afterAll(() => installation.stop());

  it('continues as new after a few commands and ends as if it had been one run', async () => {
    const item = new CaseDriver(installation.context);
    await item.liveThrough();
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
