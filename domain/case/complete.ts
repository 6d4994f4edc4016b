import { assertNever } from '../assert-never';
import type { CalendarCode, Calendars } from '../calendar/calendar';
import { hashOf } from '../hash';
import type { Catalogue } from '../law/catalogue/catalogue';
import { bindLaw } from '../law/catalogue/select';
import { computeClock } from '../law/clock/compute-clock';
import { ClockInputError } from '../law/clock/errors';
import { expectedDaysOf } from '../law/clock/reasoning';
import type { ClockOwner, ClockStartedWith, ClockTerms, EventBody } from './events';
import { startOf } from './fold';
import { Refusal } from './refusal';

/** What the write step knows and a workflow must not ask: the law as it is recorded, and the calendars as they stand. */
export interface Completion {
  /** The moment of the command, ISO 8601 in UTC. */
  readonly at: string;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  /** The last change of a calendar that `calendars` know. */
  readonly calendarRevision: number;
  /** The calendar of the agency that owns the case. */
  readonly agency: { readonly code: CalendarCode; readonly province: string | null };
}

const federal = { code: 'IQ', province: null } as const;

/**
 * Fills in what only the write step may compute, because law, zone and holiday data differ between versions and a
 * replay must not: the law that a case is bound to, the terms of clocks that start, and those of clocks that a changed
 * calendar reaches. Clocks that it leaves as they are drop out. What an import expected is computed all the same.
 *
 * @throws Refusal when the other side's date does not fit the event that it was set with, or when an import was
 * planned with other dates than those that apply
 */
export function completeEvents(events: readonly EventBody[], completion: Completion): EventBody[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'caseOpened':
        return { ...event, law: lawOf(event, completion) };
      case 'clockStarted': {
        const terms = termsOf(event.rule, startOf(event), completion);
        if (event.terms !== null && !isSame(event.terms, terms)) {
          throw new Refusal('dates-changed', { rule: event.rule });
        }
        return { ...event, terms };
      }
      case 'clockRecomputed': {
        const terms = termsOf(event.rule, { ...event.start, ruleVersion: versionOf(event) }, completion);
        return isSame(event.previous, terms) ? [] : { ...event, terms };
      }
      default:
        return event;
    }
  });
}

/** A case that ran already when it came here is bound to the law of the day on which it began. */
function lawOf(
  { procedure, content, law }: Extract<EventBody, { type: 'caseOpened' }>,
  { at, catalogue }: Completion,
) {
  const { requestingState, requestedState } = content;
  const on = law?.on ?? at.slice(0, 10);
  const bound = bindLaw(catalogue, { procedure, requestingState, requestedState, on });
  if (law && hashOf(law) !== hashOf(bound)) throw new Refusal('dates-changed');
  return bound;
}

function termsOf(id: string, start: ClockStartedWith, completion: Completion): ClockTerms {
  const rule = completion.catalogue.rule(id, start.ruleVersion);
  const { class: clockClass, stage, holder, effect, source, verified, version: ruleVersion } = rule;
  const { trigger, zone, limitDate, owner } = start;
  const input = {
    rule,
    trigger,
    zone,
    ...(limitDate === null ? {} : { limitDate }),
    ...(owner === undefined ? {} : { calendar: calendarOf(owner, completion) }),
  };
  try {
    const computed = computeClock(input, completion.calendars, { onUnknownYear: 'weekends-only' });
    const { calendarRevision } = completion;
    return {
      class: clockClass,
      stage,
      holder,
      effect,
      source,
      verified,
      ruleVersion,
      calendarRevision,
      ...computed,
    };
  } catch (error) {
    if (!(error instanceof ClockInputError) || error.code !== 'limit-date-before-trigger') throw error;
    throw new Refusal('limit-date-too-early', { rule: id, limitDate: limitDate ?? '' });
  }
}

/** A limit keeps the version that it was started with; the first one where the event is from before there were any. */
function versionOf({ start, previous }: Extract<EventBody, { type: 'clockRecomputed' }>): number {
  return start.ruleVersion ?? previous.ruleVersion ?? 1;
}

function calendarOf(owner: ClockOwner, { agency }: Completion) {
  switch (owner) {
    case 'agency':
      return agency;
    case 'federal':
      return federal;
    default:
      return assertNever(owner);
  }
}

/** Whether a reader of the clock would see no other date and no other mark. */
function isSame(previous: ClockTerms, terms: ClockTerms): boolean {
  const shown = ({ dueAt, warnings, reasoning = [] }: ClockTerms) =>
    JSON.stringify([dueAt, warnings.map(({ code, at }) => [code, at]), expectedDaysOf(reasoning)]);
  return shown(previous) === shown(terms);
}
