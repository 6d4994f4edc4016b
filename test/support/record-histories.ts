import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { version as release } from '../../package.json';
import { playSwedenCase } from '../../platform/demo/play';
import { caseWorkflowId, stateQuery } from '../../workflows/messages';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { CaseDriver } from './case-driver';
import { type Installation, startInstallation } from './installation';

const { History } = temporal.api.history.v1;

/**
 * Records the history of the sample case, and the state of a case in its middle, for the release that package.json
 * names. Run `npm run histories:record` when a version is released, and never overwrite an older one's.
 */
describe('recording', () => {
  let installation: Installation;
  const { name, version } = outgoingExtraditionProcedure;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
  });
  afterAll(() => installation.stop());

  const write = (kind: string, content: unknown) =>
    writeFileSync(
      join(__dirname, '../histories', `${name}-v${version}-${release}.${kind}.json`),
      `${JSON.stringify(content, null, 1)}\n`,
    );

  it('records a history', async () => {
    const { id } = await playSwedenCase(installation.api, () => undefined);
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(id));
    const history = await handle.fetchHistory();
    write(
      'history',
      History.toObject(History.fromObject(history), { longs: String, enums: String, bytes: String }),
    );
  });

  it('records a state', async () => {
    const item = new CaseDriver(installation.context);
    await item.open();
    await item.decide('urgent-approval', 'approved');
    await item.record('provisional-arrest-request', 'sent');
    await item.record('provisional-arrest', 'arrested');
    await item.signAll();
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(item.caseId));
    write('state', { openSteps: await item.openSteps(), state: await handle.query(stateQuery) });
  });
});
