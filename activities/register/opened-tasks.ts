import type { Prisma } from '../../prisma/generated/client';
import type { Transaction } from './transaction';

type TaskRow = Prisma.TaskCreateManyInput;
type Changes = Partial<Pick<TaskRow, 'status' | 'outcome' | 'closedAt' | 'closedById' | 'dueAt' | 'queue'>>;

/**
 * The tasks that a command opens. They are kept back until they must be in the register, so that what the same
 * command says of them later (a due date, an end) is not a statement of its own.
 */
export class OpenedTasks {
  #rows: TaskRow[] = [];

  constructor(
    private readonly tx: Transaction,
    private readonly caseId: string,
  ) {}

  add(row: Omit<TaskRow, 'caseId' | 'status'>): void {
    this.#rows.push({ ...row, caseId: this.caseId, status: 'open' });
  }

  /** Changes the open task of a step, wherever it is; nothing where none is open. */
  async changeOpen(stepKey: string, changes: Changes): Promise<void> {
    const row = this.#rows.find((task) => task.stepKey === stepKey && task.status === 'open');
    if (row) Object.assign(row, changes);
    else
      await this.tx.task.updateMany({
        where: { caseId: this.caseId, stepKey, status: 'open' },
        data: changes,
      });
  }

  /** Puts them into the register: at the end, and before anything that reads tasks or refers to them. */
  async save(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) await this.tx.task.createMany({ data: rows });
  }
}
