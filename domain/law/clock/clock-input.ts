import { Temporal } from 'temporal-polyfill';
import type { ActType, RuleRecord } from '../rule-record';
import type { ClockInput } from './clock-terms';
import { ClockInputError } from './errors';
import { checkZone, parseInstant, parseLimitDate } from './parse-time';
import { checkPenalty } from './quarter';
import { dayAt } from './zone-time';

/** A moment and the day that it was in the zone of the clock. `at` in ms since the epoch. */
export interface Moment {
  readonly at: number;
  readonly day: Temporal.PlainDate;
}

export interface ParsedAct extends Moment {
  readonly type: ActType;
}

export interface ParsedClockInput {
  readonly rule: RuleRecord;
  readonly zone: string;
  readonly trigger: Moment;
  readonly limitDate: Temporal.PlainDate | null;
  /** In the order of time. */
  readonly acts: readonly ParsedAct[];
  readonly maximumPenalty: ClockInput['maximumPenalty'] | null;
}

/** @throws ClockInputError when the trigger, the zone, an act, the date set or the penalty cannot be used. */
export function parseClockInput(input: ClockInput): ParsedClockInput {
  const { rule, zone, acts = [], maximumPenalty = null } = input;
  const at = parseInstant(input.trigger);
  checkZone(zone);
  const trigger = { at, day: dayAt(at, zone) };
  checkPenalty(maximumPenalty);
  return {
    rule,
    zone,
    trigger,
    limitDate: limitDateOf(input.limitDate, trigger.day),
    acts: parseActs(acts, zone, at),
    maximumPenalty,
  };
}

function limitDateOf(text: string | undefined, firstDay: Temporal.PlainDate): Temporal.PlainDate | null {
  if (text === undefined) return null;
  const date = parseLimitDate(text);
  if (Temporal.PlainDate.compare(date, firstDay) < 0)
    throw new ClockInputError('limit-date-before-trigger', text);
  return date;
}

function parseActs(
  acts: NonNullable<ClockInput['acts']>,
  zone: string,
  trigger: number,
): readonly ParsedAct[] {
  if (acts.length === 0) return [];
  const parsed = acts.map(({ type, at: text }) => {
    const at = parseInstant(text);
    if (at < trigger) throw new ClockInputError('act-before-trigger', text);
    return { type, at, day: dayAt(at, zone) };
  });
  return parsed.sort((a, b) => a.at - b.at);
}
