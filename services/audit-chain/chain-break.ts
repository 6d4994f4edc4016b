/** What can be wrong with the evidence of a case. */
export type ChainFault =
  | 'gap'
  | 'previous-hash'
  | 'hash'
  | 'type'
  | 'head'
  | 'note'
  | 'document'
  | 'content'
  | 'file';

/** One place where the evidence of a case does not hold. */
export interface ChainBreak {
  readonly caseId: string;
  /** The event at which it shows; the last event for what concerns the head of the case. */
  readonly seq: number;
  readonly fault: ChainFault;
  /** What is wrong, in words for an operator: ids and hashes, never content. */
  readonly detail: string;
}
