/** A period, from its first instant to the first after it. */
export interface Period {
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/** Who acts for whom in his absence, when, and in which procedures (none named: in all). */
export interface SubstitutionRule extends Period {
  readonly absentId: string;
  readonly substituteId: string;
  readonly procedures: readonly string[];
  /** When it was ended early; null where it was not. */
  readonly endedAt: Date | null;
}

export type SubstitutionState = 'scheduled' | 'active' | 'ended';

/** Where a rule stands: it follows from the time and is written nowhere. */
export function stateOf(rule: Omit<SubstitutionRule, 'procedures'>, now: Date): SubstitutionState {
  if (now >= effective(rule).untilAt || rule.endedAt !== null) return 'ended';
  return now < rule.fromAt ? 'scheduled' : 'active';
}

/** Whether the substitute may act by the rule at an instant, in a procedure. */
export function covers(rule: SubstitutionRule, procedure: string, at: Date): boolean {
  const { fromAt, untilAt } = effective(rule);
  const meant = rule.procedures.length === 0 || rule.procedures.includes(procedure);
  return meant && at >= fromAt && at < untilAt;
}

/**
 * Why a rule cannot stand beside the others: the officer has a substitute in that period already, or at some moment of
 * it the substitutes would lead back to him, through however many persons. Which procedures are meant does not matter:
 * whoever is away is not the one to whom another leaves his work.
 */
export function conflictOf(
  rule: SubstitutionRule,
  others: readonly SubstitutionRule[],
): 'already-substituted' | 'substitution-cycle' | null {
  const period = effective(rule);
  const standing = others.map((other) => ({ ...other, ...effective(other) }));
  if (standing.some((other) => other.absentId === rule.absentId && common(period, other)))
    return 'already-substituted';
  return leadsTo(rule.absentId, rule.substituteId, period, standing) ? 'substitution-cycle' : null;
}

/** Follows the substitutes from one person, as long as there is a moment at which all of them act. */
function leadsTo(
  target: string,
  person: string,
  period: Period,
  rules: readonly SubstitutionRule[],
): boolean {
  if (person === target) return true;
  const rest = rules.filter((rule) => rule.absentId !== person);
  return rules.some((rule) => {
    const shared = rule.absentId === person ? common(period, rule) : null;
    return shared !== null && leadsTo(target, rule.substituteId, shared, rest);
  });
}

function common(one: Period, other: Period): Period | null {
  const fromAt = new Date(Math.max(one.fromAt.getTime(), other.fromAt.getTime()));
  const untilAt = new Date(Math.min(one.untilAt.getTime(), other.untilAt.getTime()));
  return fromAt < untilAt ? { fromAt, untilAt } : null;
}

/** The period in which it has any effect; empty where it was ended before it began. */
function effective({ fromAt, untilAt, endedAt }: Period & Pick<SubstitutionRule, 'endedAt'>): Period {
  return { fromAt, untilAt: endedAt !== null && endedAt < untilAt ? endedAt : untilAt };
}
