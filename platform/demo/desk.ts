import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { TaskView } from '../../services/tasks/list-tasks';

/** Where the sample officers work: over HTTP, or straight at the services. Bodies are those of the API. */
export interface Desk {
  /** Returns the id of the document. */
  upload(officer: string, fileName: string, bytes: Buffer): Promise<string>;
  open(officer: string, body: unknown): Promise<CaseSummary>;
  /** The officer's open tasks. */
  tasks(officer: string): Promise<TaskView[]>;
  decide(officer: string, taskId: string, body: unknown): Promise<CaseSummary>;
  record(officer: string, caseId: string, body: unknown): Promise<CaseSummary>;
  ask(officer: string, caseId: string, body: unknown): Promise<CaseSummary>;
  answer(officer: string, caseId: string, requestId: string, body: unknown): Promise<CaseSummary>;
  read(officer: string, caseId: string): Promise<CaseView>;
}
