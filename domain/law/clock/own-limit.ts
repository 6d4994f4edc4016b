import type { WorkingCalendar } from '../../calendar/calendar';
import type { Extension, Period, RuleRecord } from '../rule-record';
import { type Cap, capOf } from './cap';
import type { Moment, ParsedAct, ParsedClockInput } from './clock-input';
import type { ReasoningStep } from './clock-terms';
import { countReasoning, endParams } from './count-reasoning';
import { type End, earlier, endAfter, endBeyond, isBefore, overOf } from './end';
import { ClockInputError } from './errors';
import type { Count } from './last-day';
import { step } from './reasoning';
import { rolled } from './roll';
import { utc } from './zone-time';

/** What becomes of an act that was done when the limit was over: refused, or, for an extension, without effect. */
export type LateActs = 'refuse' | 'pass-over';

/** A limit that runs: from where, to where before any roll, how often it was prolonged, and how that was found. */
interface Run {
  readonly from: Moment;
  readonly end: End;
  readonly cap: Cap;
  readonly extensions: number;
  readonly steps: readonly ReasoningStep[];
}

/**
 * The end of the rule's own limit before any roll, with the acts that moved it, or null if the rule has no amount.
 * @throws ClockInputError for an act that the rule does not take; see `lastDayOf` and `capOf`
 */
export function ownLimit(
  input: ParsedClockInput,
  calendar: WorkingCalendar | null,
  late: LateActs,
): Pick<Run, 'end' | 'steps'> | null {
  const { rule, zone, acts } = input;
  if (rule.amount === null) {
    for (const act of acts) throw notAllowed(act);
    return null;
  }
  const period = { amount: rule.amount, unit: rule.unit };
  const count: Count = { includeFirstDay: rule.includeFirstDay, calendar, zone };
  let run = startRun(period, input.trigger, input, count);
  for (const act of acts) {
    const extension = admitted(rule, run, act);
    const isLate = act.at >= overOf(rolled(run.end, rule, calendar), zone);
    if (extension !== null && isLate && late === 'refuse')
      throw new ClockInputError('act-too-late', utc(act.at));
    if (extension === null) {
      // Its time is the new date, agreed before: it may well lie after the end of the limit that it replaces.
      const anew = startRun(period, act, input, count);
      run = { ...anew, steps: [...run.steps, step('reset', { on: act.day.toString() }), ...anew.steps] };
    } else if (!isLate) run = extended(run, extension, act, count);
  }
  return run;
}

/** How an act prolongs the limit; null when it starts it anew. */
function admitted(rule: RuleRecord, run: Run, act: ParsedAct): Extension | null {
  if (act.type === 'reset') {
    if (!rule.resets) throw notAllowed(act);
    return null;
  }
  const { extension } = rule;
  if (extension?.act !== act.type) throw notAllowed(act);
  if (extension.times !== null && run.extensions >= extension.times)
    throw new ClockInputError('act-exhausted', utc(act.at));
  return extension;
}

function notAllowed(act: ParsedAct): ClockInputError {
  return new ClockInputError('act-not-allowed', act.type);
}

function startRun(period: Period, from: Moment, input: ParsedClockInput, count: Count): Run {
  const counted = endAfter(period, from, count);
  const cap = capOf(input, from, counted, count);
  const steps = [...countReasoning(period, from, counted, count), ...cap.steps];
  const end = cap.quarter === null ? counted : earlier(counted, cap.quarter, count.zone);
  return { from, end, cap, extensions: 0, steps };
}

/** Never shorter than the limit was, never beyond the cap. */
function extended(run: Run, extension: Extension, act: ParsedAct, count: Count): Run {
  const { zone } = count;
  const wanted = extensionEnd(run, extension, act, count);
  const longer = isBefore(run.end, wanted, zone) ? wanted : run.end;
  const end = run.cap.end === null ? longer : earlier(longer, run.cap.end, zone);
  const { amount: by, unit } = extension.period;
  const said = step('extended', {
    act: act.type,
    on: act.day.toString(),
    by,
    unit,
    ...endParams(longer, zone),
  });
  const capped = end === longer ? [] : [step('capped', { why: run.cap.why, ...endParams(end, zone) })];
  return { ...run, end, extensions: run.extensions + 1, steps: [...run.steps, said, ...capped] };
}

function extensionEnd(run: Run, { period, countedFrom }: Extension, act: ParsedAct, count: Count): End {
  switch (countedFrom) {
    case 'trigger':
      return endAfter(period, run.from, count);
    case 'due':
      return endBeyond(period, run.end, count);
    case 'act':
      return endAfter(period, act, count);
  }
}
