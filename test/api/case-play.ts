import { samplePdf } from '../../platform/demo/sample-files';
import { readSwedenSamples } from '../../platform/demo/samples';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { TaskView } from '../../services/tasks/task-view';
import { type Answer, type Caller, good, type Problem } from './caller';

export const liaison = 'liaison.baghdad';

/** The sample request without its files, in no hurry; `changes` replace whole members. */
export async function requestOf(changes: object = {}): Promise<Record<string, unknown>> {
  const { request } = await readSwedenSamples();
  const { procedure: _procedure, missingOnPurpose: _missing, ...said } = request;
  return { ...said, urgency: 'ordinary', documents: [], ...changes };
}

/** The body that opens the sample case. */
export async function openingOf(changes: object = {}): Promise<Record<string, unknown>> {
  return { procedure: 'outgoing-extradition', request: await requestOf(changes) };
}

/** Opens a case as the liaison officer of Baghdad. */
export async function openCase(caller: Caller, changes: object = {}): Promise<CaseSummary> {
  return good(await caller.post<CaseSummary>(liaison, '/cases', await openingOf(changes)));
}

/** Uploads a PDF made for its title and gives its id. */
export async function uploadProof(caller: Caller, officer: string, title: string): Promise<string> {
  return good(await caller.upload<{ id: string }>(officer, `${title}.pdf`, samplePdf(title))).id;
}

export async function readCase(caller: Caller, id: string, officer = liaison): Promise<CaseView> {
  return good(await caller.get<CaseView>(officer, `/cases/${id}`));
}

/** The person whom a case is about. */
export function personOf({ request }: CaseView) {
  const person = 'person' in request ? request.person : undefined;
  if (!person) throw new Error('the case is about nobody');
  return person;
}

/** The task by which a step is open, or was open last. */
export async function taskOf(caller: Caller, caseId: string, step: string): Promise<TaskView> {
  return latestTask(await readCase(caller, caseId), step);
}

function latestTask({ tasks }: CaseView, step: string): TaskView {
  const task = tasks.filter((candidate) => candidate.step === step).at(-1);
  if (!task) throw new Error(`the case has no task ${step}`);
  return task;
}

type CaseAnswer = Answer<CaseSummary & Problem>;

/** Decides a step as an officer who has read the case as it is; `changes` replace members of the body. */
export async function decide(
  caller: Caller,
  officer: string,
  caseId: string,
  step: string,
  changes: object = {},
): Promise<CaseAnswer> {
  const read = await readCase(caller, caseId);
  const { id } = latestTask(read, step);
  const { contentHash } = read;
  return await caller.post(officer, `/tasks/${id}/decision`, {
    outcome: 'approved',
    contentHash,
    ...changes,
  });
}

/** Records a fact in the zone of Stockholm. */
export async function record(
  caller: Caller,
  officer: string,
  caseId: string,
  fact: { step: string; outcome: string; occurredAt: string } & Record<string, unknown>,
): Promise<CaseAnswer> {
  return await caller.post(officer, `/cases/${caseId}/facts`, { zone: 'Europe/Stockholm', ...fact });
}

const levels = [
  ['approver.legal', 'legal-review'],
  ['approver.directorate', 'assurances'],
  ['approver.council', 'judicial-council'],
  ['approver.foreign', 'foreign-ministry'],
] as const;

/** Has all four levels sign. */
export async function signOff(caller: Caller, caseId: string): Promise<void> {
  for (const [officer, step] of levels) good(await decide(caller, officer, caseId, step));
}

export const transmittedAt = '2026-03-09T07:00:00.000Z';
export const receivedAt = '2026-03-11T08:30:00.000Z';

/** Signs off and transmits. */
export async function transmit(caller: Caller, caseId: string): Promise<void> {
  await signOff(caller, caseId);
  const fact = { step: 'transmission', outcome: 'transmitted', occurredAt: transmittedAt };
  good(await record(caller, liaison, caseId, fact));
}

/** Signs off, transmits and records the receipt: the requested State has the case. */
export async function deliver(caller: Caller, caseId: string): Promise<void> {
  await transmit(caller, caseId);
  const proof = [await uploadProof(caller, liaison, 'receipt')];
  const fact = { step: 'receipt', outcome: 'received', occurredAt: receivedAt, proof };
  good(await record(caller, liaison, caseId, fact));
}
