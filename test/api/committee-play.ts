import type { BallotView } from '../../services/ballots/ballot-schema';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Answer, type Caller, good, type Problem } from './caller';
import { readCase, uploadProof } from './case-play';

export const secretary = 'secretary';

/** The account of a seat's member, by its number. */
export const seat = (number: number) => `seat.${String(number).padStart(2, '0')}`;

/** The body that puts a resolution to the committee; voting opens with the invitation. */
export function resolutionOf(changes: object = {}): Record<string, unknown> {
  const request = {
    title: 'Monthly transfer protocol between Baghdad and Erbil',
    text: 'Invented: both sides meet every month.',
    openFrom: new Date().toISOString(),
    openForWorkingDays: 5,
    ...changes,
  };
  return { procedure: 'committee-resolution', request };
}

/** Opens a resolution and asks the seats. */
export async function askedAbout(caller: Caller, changes: object = {}): Promise<CaseSummary> {
  const opened = good(await caller.post<CaseSummary>(secretary, '/cases', resolutionOf(changes)));
  return good(await decideAs(caller, secretary, opened.id, 'committee-invitation', 'invited'));
}

/** Decides the latest task of a step; `reader` reads what is signed. */
export async function decideAs(
  caller: Caller,
  officer: string,
  caseId: string,
  step: string,
  outcome: string,
  reason?: string,
): Promise<Answer<CaseSummary & Problem>> {
  const { tasks, contentHash } = await readCase(caller, caseId, secretary);
  const task = tasks.filter((candidate) => candidate.step === step).at(-1);
  return await caller.post(officer, `/tasks/${task?.id}/decision`, { outcome, contentHash, reason });
}

/** Votes as an officer on what the case says; the key stands for one click. */
export async function vote(
  caller: Caller,
  officer: string,
  { id, contentHash }: Pick<CaseSummary, 'id' | 'contentHash'>,
  choice: string,
  { key, reason }: { readonly key?: string; readonly reason?: string } = {},
): Promise<Answer<CaseSummary & Problem>> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return await caller.post(officer, `/cases/${id}/votes`, { choice, contentHash, reason }, headers);
}

export async function ballotOf(caller: Caller, officer: string, caseId: string): Promise<BallotView> {
  return good(await caller.get<BallotView>(officer, `/cases/${caseId}/ballot`));
}

/** Records the minutes, held now. */
export async function recordMinutes(caller: Caller, caseId: string): Promise<Answer<CaseSummary & Problem>> {
  const proof = [await uploadProof(caller, secretary, 'minutes')];
  const fact = {
    step: 'committee-minutes',
    outcome: 'recorded',
    occurredAt: new Date().toISOString(),
    proof,
  };
  return await caller.post(secretary, `/cases/${caseId}/facts`, fact);
}
