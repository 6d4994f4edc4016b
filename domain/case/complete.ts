import { assertNever } from '../assert-never';
import type { CalendarCode, Calendars } from '../calendar/calendar';
import type { BallotTerms } from '../committee/ballot';
import { ballotTerms } from '../committee/ballot-terms';
import type { Committee } from '../committee/committee';
import { hashOf } from '../hash';
import type { Catalogue } from '../law/catalogue/catalogue';
import { ballotRule } from '../law/catalogue/house-rules';
import type { LawBinding } from '../law/catalogue/law-binding';
import { bindLaw } from '../law/catalogue/select';
import type { ReasoningStep } from '../law/clock/clock-terms';
import { computeClock } from '../law/clock/compute-clock';
import { ClockInputError } from '../law/clock/errors';
import { expectedDaysOf } from '../law/clock/reasoning';
import { withinSet } from '../law/clock/within';
import type { RuleRecord } from '../law/rule-record';
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
  readonly agency: AgencyCalendar;
  /** That of the other side, in a case between two. */
  readonly counterpart?: AgencyCalendar | null;
  /** The committee as it stands, where a ballot opens. */
  readonly committee?: Committee | null;
}

export interface AgencyCalendar {
  readonly code: CalendarCode;
  readonly province: string | null;
}

const federal = { code: 'IQ', province: null } as const;

/**
 * Fills in what only the write step may compute, because law, zone and holiday data differ between versions and a
 * replay must not: the law that a case is bound to, the terms of clocks that start, and those of clocks that a changed
 * calendar reaches, and who votes in a ballot that opens, by which rules and until when. Clocks that it leaves as they are drop out. What an import expected is computed all the same.
 *
 * @throws Refusal when the other side's date does not fit the event that it was set with, or when an import or a new
 * binding was planned with other dates or rules than those that apply
 */
export function completeEvents(events: readonly EventBody[], completion: Completion): EventBody[] {
  const ballots = new Map<string, BallotTerms>();
  return events.flatMap((event) => {
    switch (event.type) {
      case 'caseOpened':
        return { ...event, law: lawOf(event, completion) };
      case 'lawRebound':
        refuseUnknownRules(event.law, completion);
        return event;
      case 'ballotOpened': {
        const terms = termsOfBallot(event, completion);
        ballots.set(event.key, terms);
        return { ...event, terms };
      }
      case 'clockStarted': {
        const ballot = event.rule === ballotRule ? ballots.get(event.stepKey ?? '') : undefined;
        return ballot ? startedWith(ballot, event, completion) : started(event, completion);
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

type ClockStarted = Extract<EventBody, { type: 'clockStarted' }>;

function started(event: ClockStarted, completion: Completion): EventBody {
  const terms = termsOf(event.rule, startOf(event), completion);
  if (event.terms !== null && !isSame(event.terms, terms)) {
    throw new Refusal('dates-changed', { rule: event.rule });
  }
  return { ...event, terms };
}

function termsOfBallot(
  { period }: Extract<EventBody, { type: 'ballotOpened' }>,
  { at, calendars, committee }: Completion,
): BallotTerms {
  if (!committee) throw new Error('a ballot opens and nobody says who the committee is');
  return ballotTerms(committee, period, at, calendars);
}

/** The limit of a ballot runs from its opening, before which nobody is reminded of it, to its last day. */
function startedWith(
  { opensAt: trigger, lastDay: limitDate }: BallotTerms,
  planned: ClockStarted,
  completion: Completion,
): EventBody {
  return started({ ...planned, trigger, limitDate }, completion);
}

/** Another release of the law bound the case than the one that counts its limits. */
function refuseUnknownRules({ limits }: LawBinding, { catalogue }: Completion): void {
  for (const { rule, version } of limits) {
    const isKnown = catalogue.rules.some((known) => known.id === rule && known.version === version);
    if (!isKnown) throw new Refusal('dates-changed', { rule });
  }
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
  const recorded = completion.catalogue.rule(id, start.ruleVersion);
  const { rule, steps } = countable(withinSet(recorded, start.within), start);
  const { class: clockClass, stage, holder, effect, source, verified, version: ruleVersion } = rule;
  const { trigger, zone, limitDate, owner, maximumPenalty } = start;
  const input = {
    rule,
    trigger,
    zone,
    ...(limitDate === null ? {} : { limitDate }),
    ...(owner === undefined ? {} : { calendar: calendarOf(owner, completion) }),
    ...(maximumPenalty === undefined ? {} : { maximumPenalty }),
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
      reasoning: [...computed.reasoning, ...steps],
    };
  } catch (error) {
    if (!(error instanceof ClockInputError) || error.code !== 'limit-date-before-trigger') throw error;
    throw new Refusal('limit-date-too-early', { rule: id, limitDate: limitDate ?? '' });
  }
}

/** Without the maximum penalty a limit is told without the part of it that caps it, and says so. */
function countable(
  rule: RuleRecord,
  { maximumPenalty }: ClockStartedWith,
): { readonly rule: RuleRecord; readonly steps: readonly ReasoningStep[] } {
  const isMissing = maximumPenalty === undefined && rule.quarterOfMaximumPenalty && !rule.extension?.maximum;
  if (!isMissing) return { rule, steps: [] };
  return {
    rule: { ...rule, quarterOfMaximumPenalty: false },
    steps: [{ code: 'quarter-unknown', params: {} }],
  };
}

/** A limit keeps the version that it was started with; the first one where the event is from before there were any. */
function versionOf({ start, previous }: Extract<EventBody, { type: 'clockRecomputed' }>): number {
  return start.ruleVersion ?? previous.ruleVersion ?? 1;
}

function calendarOf(owner: ClockOwner, { agency, counterpart }: Completion): AgencyCalendar {
  switch (owner) {
    case 'agency':
      return agency;
    case 'counterpart':
      if (!counterpart) throw new Error('a case of one agency has no other side');
      return counterpart;
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
