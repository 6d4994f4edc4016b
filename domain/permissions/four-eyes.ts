/** What is known of a case when somebody wants to sign. */
export interface Signers {
  readonly creatorId: string;
  readonly lastEditorId: string;
  /** Who signed, and for whom: a substitute's signature binds both. */
  readonly earlier: readonly {
    readonly officerId: string;
    readonly actingForId?: string | null;
    readonly stage: string;
  }[];
}

export type Exclusion = 'creator' | 'last-editor' | 'earlier-approver';

/**
 * Four eyes: who opened the case, who edited its content last, and who signed it at another stage may not sign it
 * at this one. It binds every role. A substitute inherits the exclusions of both persons: ask once for each.
 *
 * @returns why the officer is excluded, or null
 */
export function excludedFrom(stage: string, officerId: string, signers: Signers): Exclusion | null {
  if (officerId === signers.creatorId) return 'creator';
  if (officerId === signers.lastEditorId) return 'last-editor';
  const elsewhere = signers.earlier.some(
    (entry) => [entry.officerId, entry.actingForId].includes(officerId) && entry.stage !== stage,
  );
  return elsewhere ? 'earlier-approver' : null;
}

/**
 * The roles that somebody acts in, of those that he holds. Who keeps people and gives roles uses none of them himself:
 * an administrator signs nothing, whatever else he was made.
 */
export function rolesInUse(held: readonly string[]): readonly string[] {
  return held.includes('administrator') ? ['administrator'] : held;
}
