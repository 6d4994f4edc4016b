/** A limit that a case is bound to: which event of its procedure starts which version of which rule. */
export interface BoundLimit {
  readonly event: string;
  readonly rule: string;
  readonly version: number;
  /** Code of what its expiry means: the procedure says which step deals with it. */
  readonly effect: string;
}

/** The law that a case keeps from its opening on: what comes into force later reaches it only by an act of its own. */
export interface LawBinding {
  /** ISO date as of which the catalogue was asked. */
  readonly on: string;
  /** Ids of the instruments that bind the pair of states. */
  readonly instruments: readonly string[];
  readonly limits: readonly BoundLimit[];
  /** Codes of what the instruments have the State do that is asked; missing where they ask nothing. */
  readonly duties?: readonly string[];
}

/** The limits that an event of the procedure starts. */
export function limitsOf(binding: LawBinding, event: string): BoundLimit[] {
  return binding.limits.filter((limit) => limit.event === event);
}

/** Whether two bindings hold a case to the same instruments and limits, of whichever day they are. */
export function hasSameRules(one: LawBinding, other: LawBinding): boolean {
  const rulesOf = ({ instruments, limits, duties = [] }: LawBinding) =>
    JSON.stringify([
      instruments.toSorted(),
      duties.toSorted(),
      limits.map(({ event, rule, version, effect }) => [event, rule, version, effect].join(' ')).sort(),
    ]);
  return rulesOf(one) === rulesOf(other);
}
