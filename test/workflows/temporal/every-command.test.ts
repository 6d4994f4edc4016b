import { randomUUID } from 'node:crypto';
import { temporal } from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker';
import type { CaseSummary } from '../../../services/cases/case-summary';
import type { CaseView } from '../../../services/cases/get-case';
import { findCurrentOfficer } from '../../../services/officers/current-officer';
import * as messages from '../../../workflows/messages';
import { Caller, good } from '../../api/caller';
import {
  decide,
  liaison,
  openCase,
  readCase,
  requestOf,
  signOff,
  taskOf,
  uploadProof,
} from '../../api/case-play';
import { askedAbout, vote } from '../../api/committee-play';
import { manager, only, rowAt, sendRows } from '../../api/import-play';
import { until } from '../../bad-luck/until';
import { writeBehindItsBack } from '../../services/reconcile/planted-case';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
const { EVENT_TYPE_WORKFLOW_TASK_FAILED } = temporal.api.enums.v1.EventType;
const { WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR } = temporal.api.enums.v1.WorkflowTaskFailedCause;

async function historyOf({ context }: Installation, caseId: string): Promise<readonly HistoryEvent[]> {
  const history = await context.temporal.workflow.getHandle(messages.caseWorkflowId(caseId)).fetchHistory();
  return history.events ?? [];
}

const failedTasks = (history: readonly HistoryEvent[]) =>
  history
    .filter(({ eventType }) => eventType === EVENT_TYPE_WORKFLOW_TASK_FAILED)
    .map(({ workflowTaskFailedEventAttributes: failed }) => failed?.cause);

const updatesIn = (history: readonly HistoryEvent[]) =>
  history.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) =>
    accepted ? [accepted.acceptedRequest?.input?.name] : [],
  );

/** The names of all Updates that a case takes. */
const everyUpdate = Object.values(messages).flatMap((message) =>
  typeof message === 'object' && 'type' in message && message.type === 'update' ? [message.name] : [],
);

describe('a worker that remembers no workflow, and replays a history at every task', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker({ maxCachedWorkflows: 0 });
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  it('takes a case to its end', async () => {
    const item = new CaseDriver(installation.context);
    await item.liveThrough();
    expect(item.summary).toMatchObject({ status: 'closed', outcome: 'surrendered' });
    expect(failedTasks(await historyOf(installation, item.caseId))).toEqual([]);
  });

  const reason = 'Invented: a page was overlooked';
  const zone = 'Europe/Stockholm';
  const now = () => new Date().toISOString();
  const proof = async () => [await uploadProof(caller, liaison, 'proof')];
  const tell = async (id: string, step: string, outcome: string) => {
    const fact = { step, outcome, occurredAt: now(), zone, proof: await proof() };
    good(await caller.post(liaison, `/cases/${id}/facts`, fact));
  };

  /** Is opened under a law that set no limit, and bound to that of today. */
  async function underNewLaw(id: string): Promise<void> {
    const { id: officerId } = await findCurrentOfficer(installation.context, manager);
    await writeBehindItsBack(installation, id, () => ({
      type: 'rebindLaw',
      commandId: randomUUID(),
      officerId,
      law: { on: '2019-01-01', instruments: ['SE-1957-668'], limits: [] },
      reason: { id: randomUUID(), hash: 'hash' },
    }));
    good(await caller.put(manager, `/cases/${id}/responsible-officer`, { officer: liaison, reason }));
    good(await caller.post(manager, `/cases/${id}/law`, { reason }));
  }

  /** A transfer of somebody whom the other side holds already, and is asked about. */
  async function betweenSides(): Promise<string> {
    const person = {
      names: [{ script: 'Latn', family: 'SAMPLE', given: 'Subject Replayed' }],
      birth: { date: '1980-01-01' },
      nationalities: ['IQ'],
    };
    const warrant = {
      court: 'Sample court',
      number: 'SAMPLE-REPLAYED',
      date: '2026-01-10',
      article: 'art. 5',
    };
    const arrest = { at: now(), place: 'Erbil' };
    const request = { from: 'KRG', to: 'FED', person, warrant, arrest };
    const opening = { procedure: 'suspect-transfer', request };
    const { id } = good(await caller.post<CaseSummary>(liaison, '/cases', opening));
    const question = { kind: 'question', text: 'Invented: where is he held?' };
    good(await caller.post(liaison, `/cases/${id}/messages`, question));
    return id;
  }

  /** A request for information that the other side has received and answers. */
  async function information(): Promise<string> {
    const answerWithin = { amount: 10, unit: 'working-day' };
    const questions = [{ id: 'q1', text: 'Invented: how many?' }];
    const common = { from: 'FED', to: 'KRG', subject: 'Invented', classification: 'open' };
    const opening = { procedure: 'information-exchange', request: { ...common, answerWithin, questions } };
    const { id, contentHash } = good(await caller.post<CaseSummary>(liaison, '/cases', opening));
    good(await caller.post(liaison, `/cases/${id}/messages`, { stepKey: 'transmission#1', contentHash }));
    const { tasks } = good(await caller.get<CaseView>('liaison.erbil', `/cases/${id}`));
    const receipt = tasks.find(({ step }) => step === 'receipt')?.id;
    const received = { outcome: 'received', contentHash };
    good(await caller.post('liaison.erbil', `/tasks/${receipt}/decision`, received));
    const answer = { outcome: 'answered', text: 'Invented: two' };
    good(await caller.post('liaison.erbil', `/cases/${id}/questions/1/answer`, answer));
    return id;
  }

  /** Rests, changes hands, is edited, signed and taken back. */
  async function atHome(id: string): Promise<void> {
    good(await caller.post(manager, `/cases/${id}/suspension`, { reason }));
    good(await caller.post(manager, `/cases/${id}/resumption`, { reason }));
    const request = await requestOf({ originUnit: 'Revised unit' });
    good(await caller.put(liaison, `/cases/${id}/content`, { baseVersion: 1, request }));
    const { id: taskId } = await taskOf(caller, id, 'legal-review');
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    good(await caller.post('approver.legal', `/tasks/${taskId}/rescission`, { reason }));
  }

  /** The office is closed on the last day of its review. */
  async function closedOffice(id: string): Promise<void> {
    const review = async () => {
      const { clocks } = await readCase(caller, id);
      return clocks.find(({ rule, status }) => rule === 'SLA-LEGAL-REVIEW' && status === 'running');
    };
    const before = await review();
    const changes = [{ action: 'add', date: before?.lastDay, occasion: 'a closure' }];
    good(await caller.post('admin', '/calendars/IQ/changes', { reason, source: reason, changes }));
    await until('a moved limit', async () => (await review())?.dueAt !== before?.dueAt);
  }

  /** Is sent, corrected, asked about and answered. */
  async function abroad(id: string): Promise<void> {
    await tell(id, 'transmission', 'transmitted');
    await tell(id, 'receipt', 'received');
    const { facts } = await readCase(caller, id);
    const sentAt = facts.find(({ step }) => step === 'transmission')?.occurredAt ?? '';
    const right = { stepKey: 'transmission#1', occurredAt: new Date(Date.parse(sentAt) - 1).toISOString() };
    good(
      await caller.post(liaison, `/cases/${id}/corrections`, {
        ...right,
        zone,
        reason,
        proof: await proof(),
      }),
    );
    good(await decide(caller, manager, id, 'fact-correction', { outcome: 'confirmed' }));

    const answerBy = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const question = { items: ['photograph'], answerBy, occurredAt: now(), zone };
    good(await caller.post(liaison, `/cases/${id}/document-requests`, question));
    const round = (await readCase(caller, id)).documentRequests.find(({ status }) => status === 'open');
    const [documentId] = await proof();
    const answer = { items: [{ item: 'photograph', documentId }], occurredAt: now() };
    good(await caller.post(liaison, `/cases/${id}/document-requests/${round?.id}/answers`, answer));
  }

  /** Is linked and parted again, noted down, and advised on. */
  async function asideOf(id: string): Promise<void> {
    const link = { caseId: (await openCase(caller)).id, kind: 'same-act' };
    good(await caller.post(liaison, `/cases/${id}/links`, link));
    good(await caller.post(liaison, `/cases/${id}/link-removals`, { ...link, reason }));
    good(await caller.post(liaison, `/cases/${id}/notes`, { text: reason }));
    good(await caller.post(liaison, `/cases/${id}/advice`, { role: 'legal-reviewer', question: reason }));
  }

  it('takes every command that there is', async () => {
    const { id } = await openCase(caller);
    await underNewLaw(id);
    await atHome(id);
    await closedOffice(id);
    await asideOf(id);
    await signOff(caller, id);
    await abroad(id);
    good(await caller.post(manager, `/cases/${id}/ending`, { outcome: 'withdrawn', reason }));
    await tell(id, 'request-withdrawal', 'withdrawn');
    expect(await readCase(caller, id)).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    const row = await rowAt(caller, 'in the middle of the approvals', 'replayed/1');
    const { caseId: imported } = only(await sendRows(caller, [row]));

    const transfer = await betweenSides();
    const resolution = await askedAbout(caller);
    good(await vote(caller, 'seat.01', resolution, 'for'));
    const ids = [id, imported ?? '', transfer, await information(), resolution.id];
    const histories = await Promise.all(ids.map((caseId) => historyOf(installation, caseId)));
    expect(failedTasks(histories.flat())).toEqual([]);
    expect(new Set(updatesIn(histories.flat()))).toEqual(new Set(everyUpdate));
    expect(everyUpdate).toHaveLength(22);
  });
});

describe('a workflow that hangs on what its history does not hold', () => {
  let workflowBundle: WorkflowBundleOption;
  beforeAll(async () => {
    workflowBundle = await bundleWorkflowCode({
      workflowsPath: require.resolve('../../support/counting-workflows'),
      logger: new DefaultLogger('ERROR'),
    });
  });

  /** Opens a case of it with a worker that remembers so many workflows; gives why tasks of its failed. */
  async function failuresWith(maxCachedWorkflows: number) {
    const installation = await startInstallation({ commandTimeoutMs: 2_000 });
    await installation.startWorker({ workflowBundle, maxCachedWorkflows });
    const { id } = await new CaseDriver(installation.context).open();
    const failures = failedTasks(await historyOf(installation, id));
    await installation.stop();
    return failures;
  }

  it('is not found out by a worker that remembers it', async () => {
    expect(await failuresWith(10)).toEqual([]);
  });

  it('is found out by one that replays', async () => {
    expect(await failuresWith(0)).toContain(WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR);
  });
});
