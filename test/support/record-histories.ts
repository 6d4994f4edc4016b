import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { version as release } from '../../package.json';
import { apiDesk } from '../../platform/demo/api-desk';
import { CommitteeCase } from '../../platform/demo/committee-case';
import { readCommitteeSample } from '../../platform/demo/committee-sample';
import { IncomingCase, readIncomingSample } from '../../platform/demo/incoming-case';
import { InformationCase, type InformationEvent } from '../../platform/demo/information-case';
import { readInformationSample, requestOf } from '../../platform/demo/information-sample';
import { playSwedenCase } from '../../platform/demo/play';
import { playIncoming } from '../../platform/demo/play-incoming';
import { servicesDesk } from '../../platform/simulate/services-desk';
import { committeeResolutionProcedure } from '../../workflows/committee-resolution';
import type { Procedure } from '../../workflows/engine/procedure';
import { incomingExtraditionProcedure } from '../../workflows/incoming-extradition';
import { informationExchangeProcedure } from '../../workflows/information-exchange';
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

/** A case in its middle, as its state is recorded. */
type Recorded = Pick<CaseDriver | TransferDriver, 'caseId'> & { openSteps(): Promise<string[]> };

const at = '2026-03-01T10:00:00+03:00';
const answered = { at, step: 'question', number: 1, text: 'Invented answer' } as const;
const prepared = { at, step: 'question', number: 2, text: 'Invented sensitive answer' } as const;
const acknowledged = { at, step: 'message-receipt' } as const;

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

  async function writeState(procedure: Procedure, item: Recorded): Promise<void> {
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

  /** The sample turned round, so that the federal side answers: Erbil asks, and what follows happens. */
  async function exchanged(...events: readonly InformationEvent[]): Promise<Recorded> {
    const sample = requestOf(await readInformationSample(), null);
    const request = { ...sample, from: 'KRG', to: 'FED' } as const;
    const item = await InformationCase.open(apiDesk(installation.api), () => undefined, request);
    for (const event of [{ at, step: 'transmission' }, { at, step: 'receipt' }, ...events] as const) {
      await item.play(event);
    }
    const { id: caseId } = await item.finished();
    const open = { where: { caseId, status: 'open' } } as const;
    return {
      caseId,
      async openSteps() {
        const tasks = await installation.register.prisma.task.findMany(open);
        return tasks.map(({ stepKey }) => stepKey).sort();
      },
    };
  }

  it('records a history of the information exchange', async () => {
    const { caseId } = await exchanged(
      answered,
      { at, step: 'extension-request', outcome: 'asked', limitDate: '2027-12-15', text: 'Invented' },
      { at, step: 'extension-decision', outcome: 'granted' },
      prepared,
      { at, step: 'answer-release', number: 2, outcome: 'given-back', text: 'Invented' },
      prepared,
      { at, step: 'answer-release', number: 2, outcome: 'approved' },
      { at, step: 'question-withdrawal', number: 3 },
      acknowledged,
    );
    await writeHistory(informationExchangeProcedure, caseId);
  });

  it('records a state of the information exchange', async () => {
    const extension = { outcome: 'asked', limitDate: '2027-12-15', text: 'Invented' } as const;
    const item = await exchanged(answered, { at, step: 'extension-request', ...extension }, prepared);
    await writeState(informationExchangeProcedure, item);
  });

  it('records a state of the suspect transfer', async () => {
    const item = new TransferDriver(installation.context);
    await item.open(sampleTransfer(1));
    await item.go(...inCustody, ...toTransmission, 'receipt received', 'cross-check-there nobody-known');
    await item.go('endorsement endorsed', 'release released-on-bail', 'arrest arrested');
    await writeState(suspectTransferProcedure, item);
  });

  async function askedCommittee(): Promise<CommitteeCase> {
    const { resolution } = await readCommitteeSample();
    const item = new CommitteeCase(servicesDesk(installation.context), () => undefined);
    await item.open({ ...resolution, openFrom: new Date().toISOString() });
    await item.invite();
    return item;
  }

  it('records a history of the committee resolution', async () => {
    const item = await askedCommittee();
    await item.vote({ for: 11, against: 11, abstain: 0, recused: 1 });
    await item.decide('seat.01', 'chair-decision', 'adopted');
    await item.minutes(new Date().toISOString());
    await writeHistory(committeeResolutionProcedure, item.summary.id);
  });

  it('records a state of the committee resolution', async () => {
    const item = await askedCommittee();
    await item.vote({ for: 13, against: 3, abstain: 2, recused: 1 });
    const openSteps = async () => ['committee-ballot#1'];
    await writeState(committeeResolutionProcedure, { caseId: item.summary.id, openSteps });
  });
});
