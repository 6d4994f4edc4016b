import { Temporal } from 'temporal-polyfill';
import { ClockInputError } from './errors';
import type { RuleRecord } from './rule-record';

/** What a clock is computed from. */
export interface ClockInput {
  readonly rule: RuleRecord;
  /** ISO 8601 instant at which the limit began to run. */
  readonly trigger: string;
  /** IANA zone of the custody or of the owner, as the rule's `zone` says. */
  readonly zone: string;
  /** ISO date 'YYYY-MM-DD' set by the other side, a day in `zone`. */
  readonly limitDate?: string;
}

export interface ParsedClockInput {
  readonly rule: RuleRecord;
  readonly start: Temporal.ZonedDateTime;
  readonly limitDate: Temporal.PlainDate | null;
}

/** @throws ClockInputError when the trigger, the zone or the date set by the other side cannot be used. */
export function parseClockInput(input: ClockInput): ParsedClockInput {
  const start = parseStart(input.trigger, input.zone);
  return { rule: input.rule, start, limitDate: parseLimitDate(input.limitDate, start.toPlainDate()) };
}

// Temporal reads more than belongs in a register: years of six digits, a second zone in brackets, an offset as zone.
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function parseStart(trigger: string, zone: string): Temporal.ZonedDateTime {
  const instant = INSTANT.test(trigger) ? orNull(() => Temporal.Instant.from(trigger)) : null;
  if (instant === null) throw new ClockInputError('bad-instant', trigger);
  // The register keeps milliseconds: a finer trigger would lie after what is stored of it.
  const stored = Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds);
  const start = ZONE.test(zone) ? orNull(() => stored.toZonedDateTimeISO(zone)) : null;
  if (start === null) throw new ClockInputError('bad-zone', zone);
  return start;
}

function parseLimitDate(value: string | undefined, firstDay: Temporal.PlainDate): Temporal.PlainDate | null {
  if (value === undefined) return null;
  const date = DATE.test(value) ? orNull(() => Temporal.PlainDate.from(value)) : null;
  if (date === null) throw new ClockInputError('bad-limit-date', value);
  if (Temporal.PlainDate.compare(date, firstDay) < 0) {
    throw new ClockInputError('limit-date-before-trigger', value);
  }
  return date;
}

// Temporal answers a value it cannot read with a RangeError; any other error is a fault of ours.
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
