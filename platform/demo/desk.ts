import type { BallotView } from '../../services/ballots/ballot-schema';
import type { BatchSummary, BatchView } from '../../services/batches/batch-view';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { Candidate } from '../../services/persons/candidate-view';
import type { TaskView } from '../../services/tasks/task-view';

/** Where the sample officers work: over HTTP, or straight at the services. Bodies are those of the API. */
export interface Desk {
  /** Returns the id of the document. */
  upload(officer: string, fileName: string, bytes: Buffer): Promise<string>;
  open(officer: string, body: unknown): Promise<CaseSummary>;
  openBatch(officer: string, body: unknown): Promise<BatchSummary>;
  batch(officer: string, batchId: string): Promise<BatchView>;
  /** The officer's open tasks. */
  tasks(officer: string): Promise<TaskView[]>;
  decide(officer: string, taskId: string, body: unknown): Promise<CaseSummary>;
  record(officer: string, caseId: string, body: unknown): Promise<CaseSummary>;
  ask(officer: string, caseId: string, body: unknown): Promise<CaseSummary>;
  answer(officer: string, caseId: string, requestId: string, body: unknown): Promise<CaseSummary>;
  /** Gives the other side of a case something. */
  send(officer: string, caseId: string, body: unknown): Promise<CaseSummary>;
  /** Answers a question of a request for information. */
  answerQuestion(officer: string, caseId: string, number: number, body: unknown): Promise<CaseSummary>;
  /** Who may be the person of the case. */
  candidates(officer: string, caseId: string): Promise<readonly Candidate[]>;
  /** Says whether a candidate is the person of the case. */
  decideCandidate(officer: string, caseId: string, body: unknown): Promise<unknown>;
  /** Votes for the officer's seat. */
  vote(officer: string, caseId: string, body: unknown): Promise<CaseSummary>;
  /** The latest ballot of a case. */
  ballot(officer: string, caseId: string): Promise<BallotView>;
  read(officer: string, caseId: string): Promise<CaseView>;
}
