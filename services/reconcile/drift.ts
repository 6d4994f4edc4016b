/**
 * `workflow-missing`: nobody carries the open case. `workflow-silent`: its workflow does not answer.
 * `workflow-behind`: the register holds events that the workflow does not know. `register-behind`: the workflow knows
 * events that the register does not hold. `workflow-differs`: both are at the same event and disagree.
 * `workflow-left-over`: the case is closed and its workflow still runs. `projection`: a row of the lists is not what
 * the events say. `evidence`: the event log itself is broken; nothing is repaired then.
 */
export type DriftKind =
  | 'workflow-missing'
  | 'workflow-silent'
  | 'workflow-behind'
  | 'register-behind'
  | 'workflow-differs'
  | 'workflow-left-over'
  | 'projection'
  | 'evidence';

/** One way in which a case's workflow, event log and lists do not fit. */
export interface Drift {
  readonly caseId: string;
  readonly kind: DriftKind;
  /** What does not fit, in words for an operator: ids and codes, never content. */
  readonly detail: string;
  readonly repaired: boolean;
}

/** A row of the lists that is not what the events say. */
export interface RowDrift {
  readonly table: string;
  readonly key: string;
  readonly fault: 'missing' | 'surplus' | 'differs';
  readonly columns: readonly string[];
  readonly repairable: boolean;
}

/** How the lists are compared with the events and made from them again; the write step's own code does both. */
export interface Projections {
  check(caseId: string): Promise<readonly RowDrift[]>;
  /** Returns what was found; what is repairable in it has been repaired. Null where nothing may be changed. */
  readonly rebuild: ((caseId: string) => Promise<readonly RowDrift[]>) | null;
}
