/** What a request lacks, and what about the person a reviewer must look at. Codes only. */
export interface Assessment {
  /** Missing items that are reported and can still be asked for. */
  readonly gaps: readonly string[];
  /** Missing items without which the case cannot proceed. */
  readonly blocking: readonly string[];
  readonly findings: readonly string[];
}
