import type { Calendars } from '../../calendar/calendar';
import type { Act, RuleRecord } from '../rule-record';
import type { ClockInput, ComputedClock } from './clock-terms';
import { type ClockOptions, computeClock } from './compute-clock';
import { ClockInputError } from './errors';

/** One stage of a limit, e.g. the 18 days after which a release may follow, or the 40 after which it must. */
export interface Stage {
  readonly rule: RuleRecord;
  readonly clock: ComputedClock;
}

/**
 * The stages of one limit, the rules of one group, in the order of their due dates. An act moves the stages whose
 * rules know it. One that comes when only a stage that `may` is over is judged by the stages that `must`.
 * @throws ClockInputError as `computeClock`; `act-not-allowed` for an act that none of the rules knows
 */
export function stagesOf(
  group: readonly RuleRecord[],
  input: Omit<ClockInput, 'rule'>,
  calendars: Calendars,
  options: ClockOptions = {},
): readonly Stage[] {
  const acts = input.acts ?? [];
  for (const act of acts) {
    if (!group.some((rule) => knows(rule, act))) throw new ClockInputError('act-not-allowed', act.type);
  }
  const stages = group.map((rule): Stage => {
    const known = acts.filter((act) => knows(rule, act));
    const judgedElsewhere =
      rule.stage === 'may' &&
      known.every((act) => group.some((other) => other.stage === 'must' && knows(other, act)));
    const lateActs = judgedElsewhere ? 'pass-over' : (options.lateActs ?? 'refuse');
    return {
      rule,
      clock: computeClock({ ...input, rule, acts: known }, calendars, { ...options, lateActs }),
    };
  });
  return stages.sort((a, b) => Date.parse(a.clock.dueAt) - Date.parse(b.clock.dueAt));
}

function knows(rule: RuleRecord, act: Act): boolean {
  return act.type === 'reset' ? rule.resets : rule.extension?.act === act.type;
}
