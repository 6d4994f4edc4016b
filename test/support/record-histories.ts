import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { version as release } from '../../package.json';
import { apiDesk } from '../../platform/demo/api-desk';
import { IncomingCase, readIncomingSample } from '../../platform/demo/incoming-case';
import { playSwedenCase } from '../../platform/demo/play';
import { playIncoming } from '../../platform/demo/play-incoming';
import type { Procedure } from '../../workflows/engine/procedure';
import { incomingExtraditionProcedure } from '../../workflows/incoming-extradition';
import { caseWorkflowId, stateQuery } from '../../workflows/messages';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { suspectTransferProcedure } from '../../workflows/suspect-transfer';
import { CaseDriver } from './case-driver';
import { type Installation, startInstallation } from './installation';
import { sampleTransfer } from './sample-request';
import { protocol, TransferDriver } from './transfer-driver';

const { History } = temporal.api.history.v1;

const toTransmission = [
  ...['cross-check nobody-known', 'request-legal-review approved', 'request-approval approved'],
  'transmission sent',
];
const toAgreement = [
  ...['receipt received', 'cross-check-there nobody-known', 'endorsement endorsed'],
  'transfer-regional-approval approved',
];
const inCustody = [
  ...['arrest arrested', 'reasons-told told', 'counsel chosen', 'interpreter not-needed'],
  ...[
    'family-informed informed',
    'papers-to-judge detained',
    'register-entry entered',
    'detention-order ordered',
  ],
];
/** The sample's person, if he were no Iraqi, whom Iraq has held for an hour. */
async function foreigner() {
  const { procedure, request } = await readIncomingSample();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const person = { ...(request.person as object), nationalities: ['SE'], custody: { at, place: 'Basra' } };
  const title = { kind: 'arrest-warrant', court: 'Sample court', number: 'SAMPLE-SE-1', date: '2026-01-18' };
  return { procedure, request: { ...request, person, title } };
}

const preparation = ['medical-check fit', 'belongings listed', 'escort-order ordered'];

/**
 * Records the history of a whole case of each procedure, and the state of a case in its middle, for the release that
 * package.json names. Run `npm run histories:record` when a version is released. What is there stays as it is: delete
 * a file first that is to be recorded anew.
 */
describe('recording', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
  });
  afterAll(() => installation.stop());

  function write({ name, version }: Procedure, kind: string, content: unknown): void {
    const path = join(__dirname, '../histories', `${name}-v${version}-${release}.${kind}.json`);
    if (!existsSync(path)) writeFileSync(path, `${JSON.stringify(content, null, 1)}\n`);
  }

  async function writeHistory(procedure: Procedure, caseId: string): Promise<void> {
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(caseId));
    const history = History.fromObject(await handle.fetchHistory());
    write(procedure, 'history', History.toObject(history, { longs: String, enums: String, bytes: String }));
  }

  async function writeState(
    procedure: Procedure,
    item: Pick<TransferDriver, 'caseId' | 'openSteps'>,
  ): Promise<void> {
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(item.caseId));
    const state = await handle.query(stateQuery);
    write(procedure, 'state', { openSteps: await item.openSteps(), state });
  }

  it('records a history of the outgoing extradition', async () => {
    const { id } = await playSwedenCase(installation.api, () => undefined);
    await writeHistory(outgoingExtraditionProcedure, id);
  });

  it('records a state of the outgoing extradition', async () => {
    const item = new CaseDriver(installation.context);
    await item.open();
    await item.decide('urgent-approval', 'approved');
    await item.record('provisional-arrest-request', 'sent');
    await item.record('provisional-arrest', 'arrested');
    await item.signAll();
    await writeState(outgoingExtraditionProcedure, item);
  });

  it('records a history of the incoming extradition', async () => {
    const { id } = await playIncoming(apiDesk(installation.api), () => undefined);
    await writeHistory(incomingExtraditionProcedure, id);
  });

  it('records a state of the incoming extradition', async () => {
    const item = new IncomingCase(apiDesk(installation.api), () => undefined);
    await item.open(await foreigner());
    const at = new Date(Date.now() - 3_600_000).toISOString();
    await item.play({ at, step: 'receipt', outcome: 'received' });
    await item.play({ at, step: 'legal-review', outcome: 'approved' });
    const { id: caseId, tasks } = await item.finished();
    const open = tasks.filter(({ status }) => status === 'open').map(({ stepKey }) => stepKey);
    await writeState(incomingExtraditionProcedure, { caseId, openSteps: async () => open.sort() });
  });

  it('records a history of the suspect transfer', async () => {
    const item = new TransferDriver(installation.context);
    await item.open(sampleTransfer());
    await item.go(...toTransmission, ...inCustody);
    await item.say('liaison.erbil', 'question');
    await item.go('answer answered', 'message-receipt received', 'message-receipt received');
    await item.go(...toAgreement, ...preparation, 'handover-given handed-over');
    await item.do('handover-taken', 'taken-over', { details: { ...protocol, belongings: [] } });
    await item.do('handover-difference', 'signed-anew');
    const occurredAt = new Date().toISOString();
    await item.do('handover-given', 'handed-over', { occurredAt });
    await item.do('handover-taken', 'taken-over', { occurredAt });
    await item.go('presentation presented', 'court-receipt sent', 'court-receipt-received received');
    await writeHistory(suspectTransferProcedure, item.caseId);
  });

  it('records a state of the suspect transfer', async () => {
    const item = new TransferDriver(installation.context);
    await item.open(sampleTransfer(1));
    await item.go(...inCustody, ...toTransmission, 'receipt received', 'cross-check-there nobody-known');
    await item.go('endorsement endorsed', 'release released-on-bail', 'arrest arrested');
    await writeState(suspectTransferProcedure, item);
  });
});
