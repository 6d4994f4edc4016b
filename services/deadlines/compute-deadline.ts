import { Temporal } from 'temporal-polyfill';
import type { Calendars } from '../../domain/calendar/calendar';
import { type Catalogue, UnknownRuleError } from '../../domain/law/catalogue/catalogue';
import { adHocRule } from '../../domain/law/clock/ad-hoc-rule';
import type { ClockInput, ComputedClock, ReasoningStep } from '../../domain/law/clock/clock-terms';
import { ClockInputError, type ClockInputErrorCode } from '../../domain/law/clock/errors';
import { stagesOf } from '../../domain/law/clock/stages';
import { triggerInstant } from '../../domain/law/clock/trigger-instant';
import type { RuleRecord } from '../../domain/law/rule-record';
import { type InputFault, InvalidInputError } from '../errors';
import type { DeadlineAnswer, DeadlineInput } from './deadline-input';

/** What the calculator stands on. */
export interface CalculatorParts {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  /** Zone of whoever asks. */
  readonly ownerZone: string;
}

/** The answer in codes: whoever shows it puts it into words. */
export interface Deadline extends Omit<DeadlineAnswer, 'reasoning' | 'warnings'> {
  readonly reasoning: readonly ReasoningStep[];
  readonly warnings: ComputedClock['warnings'];
}

/** Where in the input each fault of a clock lies. A fault of an act is told by the act itself. */
const pointers: Readonly<Partial<Record<ClockInputErrorCode, string>>> = {
  'bad-zone': '/zone',
  'bad-limit-date': '/limitDate',
  'limit-date-before-trigger': '/limitDate',
  'limit-date-missing': '/limitDate',
  'maximum-penalty-missing': '/maximumPenalty',
  'bad-maximum-penalty': '/maximumPenalty',
  'bad-period': '/limit/amount',
  'calendar-missing': '/limit/calendar',
  'act-before-trigger': '/acts',
  'act-too-late': '/acts',
  'act-not-allowed': '/acts',
  'act-exhausted': '/acts',
};

/**
 * Computes a deadline by a rule of the catalogue or by a limit as given, with the calendars as they stand.
 *
 * @throws InvalidInputError with where and what is wrong
 */
export function computeDeadline(parts: CalculatorParts, input: DeadlineInput): Deadline {
  const { ownerZone } = parts;
  const clock = clockInputOf(parts.catalogue, input);
  const { rule } = clock;
  const group = groupOf(rule, parts.catalogue);
  const clocks = readable(() => stagesOf(group, clock, parts.calendars));
  const computed = clocks.find((stage) => stage.rule.id === rule.id)?.clock;
  if (!computed) throw new Error(`rule ${rule.id} is no stage of its own limit`);
  const stages = clocks.map(({ rule: { id, stage, effect }, clock: end }) => ({
    rule: id,
    stage,
    effect,
    due: dueOf(end, input.zone, ownerZone),
  }));
  const named = input.rule !== undefined;
  return {
    due: dueOf(computed, input.zone, ownerZone),
    stages,
    reasoning: computed.reasoning,
    warnings: computed.warnings,
    rule: named ? rule.id : null,
    ruleVersion: named ? rule.version : null,
    class: rule.class,
    effect: rule.effect,
    source: rule.source,
    standing: named ? rule.standing : 'none',
    verified: rule.verified,
    calendar: computed.calendar,
    restsOnExpected: [...computed.restsOnExpected],
  };
}

function ruleOf(catalogue: Catalogue, { rule, limit }: DeadlineInput): RuleRecord {
  if (limit) return adHocRule({ ...limit, calendar: limit.calendar ?? null });
  try {
    return catalogue.rule(rule ?? '');
  } catch (error) {
    if (!(error instanceof UnknownRuleError)) throw error;
    const known = [...new Set(catalogue.rules.map(({ id }) => id))].join(', ');
    throw new InvalidInputError([{ pointer: '/rule', code: 'unknown-rule', params: { known } }]);
  }
}

/** @throws InvalidInputError with every fault of the rule and of the times */
function clockInputOf(catalogue: Catalogue, input: DeadlineInput): ClockInput {
  const { zone, limitDate, maximumPenalty } = input;
  const faults: InputFault[] = [];
  const read = <T>(work: () => T, pointer?: string) => readOrNote(work, pointer, faults);
  const rule = read(() => ruleOf(catalogue, input));
  const trigger = read(() => triggerInstant(input.trigger, zone));
  const acts = input.acts.map(({ type, at }, index) => ({
    type,
    at: read(() => triggerInstant(at, zone), `/acts/${index}/at`) ?? '',
  }));
  if (rule === null || trigger === null || faults.length > 0) throw new InvalidInputError(faults);
  return {
    rule,
    zone,
    trigger,
    acts,
    ...(limitDate === undefined ? {} : { limitDate }),
    ...(maximumPenalty === undefined ? {} : { maximumPenalty }),
  };
}

/** Null for what cannot be read, with its fault among the others. */
function readOrNote<T>(work: () => T, pointer: string | undefined, faults: InputFault[]): T | null {
  try {
    return readable(work, pointer);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    faults.push(...error.faults);
    return null;
  }
}

/** The rule and the others of its group: the stages of one limit. */
function groupOf(rule: RuleRecord, catalogue: Catalogue): RuleRecord[] {
  if (rule.group === null) return [rule];
  const ids = new Set(catalogue.rules.filter(({ group }) => group === rule.group).map(({ id }) => id));
  return [...ids].map((id) => (id === rule.id ? rule : catalogue.rule(id)));
}

function dueOf({ dueAt, lastDay }: ComputedClock, zone: string, ownerZone: string): Deadline['due'] {
  const onOwnersClock = Temporal.Instant.from(dueAt).toZonedDateTimeISO(ownerZone);
  return {
    date: lastDay,
    instant: dueAt,
    zone,
    ownerInstant: onOwnersClock.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  };
}

/** Runs what reads the input. @throws InvalidInputError for what it cannot read */
function readable<T>(read: () => T, pointer?: string): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ClockInputError)) throw error;
    const { code, value } = error;
    throw new InvalidInputError([
      { pointer: pointer ?? pointers[code] ?? '/trigger', code, params: { value } },
    ]);
  }
}
