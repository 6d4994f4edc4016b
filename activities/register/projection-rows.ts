import type { Transaction } from './transaction';

/** How the rows of one projection are told apart within a case, and what may be done to them. */
export interface Projection {
  readonly key: string;
  /** Rows may be added, never changed or removed: the database refuses it. */
  readonly appendOnly: boolean;
}

/** Every table that is projected from the event log, in an order in which rows may be added. */
export const projections = {
  Case: { key: 'id', appendOnly: false },
  Task: { key: 'openedSeq', appendOnly: false },
  Decision: { key: 'id', appendOnly: true },
  Fact: { key: 'seq', appendOnly: true },
  DocumentRequest: { key: 'stepKey', appendOnly: false },
  Clock: { key: 'key', appendOnly: false },
  Custody: { key: 'period', appendOnly: false },
  Message: { key: 'seq', appendOnly: false },
  CaseLink: { key: 'seq', appendOnly: false },
  Ballot: { key: 'seq', appendOnly: false },
  Vote: { key: 'seq', appendOnly: true },
} as const satisfies Readonly<Record<string, Projection>>;

export type ProjectionName = keyof typeof projections;
export const projectionNames = Object.keys(projections) as ProjectionName[];

/** A row as JSON: instants are ISO 8601 in UTC. */
export type ProjectionRow = Readonly<Record<string, unknown>>;
export type ProjectionRows = Readonly<Record<ProjectionName, readonly ProjectionRow[]>>;

/** Reads all projections of one case. */
export async function readProjections(tx: Transaction, caseId: string): Promise<ProjectionRows> {
  const where = { caseId };
  const rows = {
    Case: await tx.case.findMany({ where: { id: caseId } }),
    Task: await tx.task.findMany({ where }),
    Decision: await tx.decision.findMany({ where }),
    Fact: await tx.fact.findMany({ where }),
    DocumentRequest: await tx.documentRequest.findMany({ where }),
    Clock: await tx.clock.findMany({ where }),
    Custody: await tx.custody.findMany({ where }),
    Message: await tx.message.findMany({ where }),
    CaseLink: await tx.caseLink.findMany({ where }),
    Ballot: await tx.ballot.findMany({ where }),
    Vote: await tx.vote.findMany({ where }),
  };
  return JSON.parse(JSON.stringify(rows)) as ProjectionRows;
}
