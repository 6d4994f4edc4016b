import type { StepTable } from '../procedures/step';

/** A fact that is a signature, by the visit of its step. */
export interface Signature {
  readonly step: string;
  readonly stepKey: string;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
}

/**
 * The signatures of one round whose other side has not signed yet: until it has, it learns of them that they are there
 * and nothing that could be copied, not even the hour.
 */
export function halfSigned(steps: StepTable, signatures: readonly Signature[]): readonly Signature[] {
  const signed = new Set(signatures.map(({ stepKey }) => stepKey));
  return signatures.filter(({ step, stepKey }) => {
    const other = steps[step]?.signedWith;
    return other !== undefined && !signed.has(stepKey.replace(step, other));
  });
}
