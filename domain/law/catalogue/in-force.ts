/** When something applies: from its first day on, until the first day on which it does not any more. */
export interface Validity {
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

/** Whether it applies on an ISO date. An open end reaches as far as anybody asks. */
export function isInForce({ effectiveFrom, effectiveTo }: Validity, on: string): boolean {
  return (effectiveFrom === null || effectiveFrom <= on) && (effectiveTo === null || on < effectiveTo);
}

/** Whether there is a day on which both apply. */
export function overlap(a: Validity, b: Validity): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd({ effectiveFrom }: Validity, { effectiveTo }: Validity): boolean {
  return effectiveFrom === null || effectiveTo === null || effectiveFrom < effectiveTo;
}
