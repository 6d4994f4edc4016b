import { assertNever } from '../assert-never';
import { foldBallot } from '../committee/fold-ballot';
import type { CaseEvent, ClockStartedWith, ClockTerms, ContentSummary, EventBody } from './events';
import { isLink } from './links';
import { isForgotten, withDecision } from './remember';
import type {
  CaseState,
  ClockState,
  CustodyState,
  PendingCorrection,
  PreparedAnswer,
  StepState,
} from './state';

type Opened = Extract<EventBody, { type: 'caseOpened' }>;

/** The state after the first event of a case. */
function opened(caseId: string, event: CaseEvent, body: Opened): CaseState {
  return {
    caseId,
    procedure: body.procedure,
    procedureVersion: body.procedureVersion,
    seq: event.seq,
    status: 'draft',
    outcome: null,
    creatorId: body.creatorId,
    agencyCode: body.agencyCode,
    ...(body.parties === undefined ? {} : { parties: body.parties }),
    ...(body.batchId === undefined ? {} : { batchId: body.batchId }),
    content: body.content,
    ...nationalOnce(body.content),
    law: body.law ?? null,
    steps: {},
    decisions: [],
    clocks: {},
    custody: {},
    corrections: {},
    suspended: false,
    ending: null,
  };
}

/**
 * The one way in which a case changes: folds a recorded (or planned) event into the state. Pure.
 *
 * @throws Error when the event does not follow the state's sequence number: a bug, never a user's fault
 */
export function fold(caseId: string, state: CaseState | null, event: CaseEvent): CaseState {
  const { body } = event;
  if (event.seq !== (state?.seq ?? 0) + 1) {
    throw new Error(`event ${event.seq} cannot follow event ${state?.seq ?? 0}`);
  }
  if (body.type === 'caseOpened') return opened(caseId, event, body);
  if (!state) throw new Error(`a case cannot begin with ${body.type}`);
  return { ...state, ...change(state, event, body), seq: event.seq };
}

/** Folds events in order. */
export function foldAll(
  caseId: string,
  state: CaseState | null,
  events: readonly CaseEvent[],
): CaseState | null {
  return events.reduce<CaseState | null>((current, event) => fold(caseId, current, event), state);
}

function change(state: CaseState, event: CaseEvent, body: Exclude<EventBody, Opened>): Partial<CaseState> {
  switch (body.type) {
    case 'contentRevised':
      return { content: body.content, ...nationalOnce(body.content) };
    case 'statusChanged':
      return { status: body.status };
    case 'stepOpened':
      return { steps: { ...state.steps, [body.key]: openedStep(event.seq, body) } };
    case 'stepClosed':
      return {
        ...withStep(state, body.key, { outcome: body.outcome }),
        corrections: without(state.corrections, body.key),
      };
    case 'stepReopened':
      return withStep(state, body.key, { outcome: null, openedSeq: event.seq });
    case 'stepCancelled':
      return {
        ...withoutBallot(state, body.key),
        steps: without(state.steps, body.key),
        corrections: without(state.corrections, body.key),
      };
    case 'decisionMade':
      return { decisions: withDecision(state.decisions, decisionOf(body)) };
    case 'ballotOpened':
    case 'voteCast':
    case 'ballotClosed':
      return { ballots: { ...state.ballots, [body.key]: foldBallot(state.ballots?.[body.key], body) } };
    case 'factRecorded':
      return withStep(state, body.key, { fact: body.fact, ...recorderOf(body) });
    case 'correctionProposed':
      return { corrections: { ...state.corrections, [body.key]: pendingOf(body) } };
    case 'factSuperseded':
      return withStep(state, body.key, { fact: body.fact });
    case 'messageSent':
      return withNamedDay(state, body);
    case 'answerPrepared':
      return withStep(state, body.key, { prepared: preparedOf(body) });
    case 'caseImported':
    case 'noteAdded':
    case 'signOffImported':
    case 'decisionRescinded':
    case 'responsibleChanged':
      return {};
    case 'adviceAsked':
      return withStep(state, body.key, { askedBy: body.officerId });
    case 'caseLinked':
      return { links: [...(state.links ?? []), { caseId: body.to, kind: body.kind }] };
    case 'caseUnlinked':
      return { links: (state.links ?? []).filter((link) => !isLink(link, body)) };
    case 'caseSuspended':
      return { suspended: true };
    case 'caseResumed':
      return { suspended: false };
    case 'lawRebound':
      return { law: body.law };
    case 'endingDecided':
      return { ending: body.outcome };
    case 'documentsRequested':
      return withStep(state, body.key, {
        queue: 'todo',
        round: { items: body.items, provided: [], askedAt: body.occurredAt, sentAt: null },
      });
    case 'documentsProvided':
      return withProvided(state, body);
    case 'clockStarted':
      return { clocks: { ...state.clocks, [body.key]: startedClock(event, body) } };
    case 'clockRecomputed':
      return body.terms === null ? {} : withClock(state, body.key, recomputedClock(event, body.terms));
    case 'clockWarned':
      return withClock(state, body.key, (clock) => ({ passed: [...clock.passed, ...body.codes] }));
    case 'clockMet':
      return withSettled(state, body.key, (clock) => ({
        // Kept too late is not kept: what the law does then still has to be dealt with.
        status: body.inTime ? 'met' : 'expired',
        judgedBy: body.at,
        settled: body.inTime || clock.stepKey !== null,
      }));
    case 'clockExpired':
      return withClock(state, body.key, () => ({ status: 'expired' }));
    case 'clockStopped':
      return withSettled(state, body.key, (clock) => ({
        status: clock.status === 'expired' ? 'expired' : 'stopped',
        settled: true,
      }));
    case 'custodyBegan':
      return withCustody(state, body.period, { beganAt: body.at });
    case 'custodyEnded':
      return withCustody(state, body.period, { endedAt: body.at, endReason: body.reason });
    case 'caseClosed':
      return { outcome: body.outcome, status: 'closed' };
    default:
      return assertNever(body);
  }
}

/** Is never forgotten: nobody ceases to be a national by an edit. */
function nationalOnce({ nationalOfRequestedState = false }: ContentSummary): Pick<CaseState, 'wasNational'> {
  return nationalOfRequestedState ? { wasNational: true } : {};
}

function openedStep(seq: number, body: Extract<EventBody, { type: 'stepOpened' }>): StepState {
  const { step, visit, kind, queue, role, outcomes, agencyCode, seat } = body;
  const opened = {
    step,
    visit,
    kind,
    queue,
    outcomes,
    openedSeq: seq,
    outcome: null,
    fact: null,
    round: null,
    ...(seat === undefined ? {} : { seat }),
  };
  return {
    ...opened,
    ...(agencyCode === undefined ? {} : { agencyCode }),
    // Of other steps the declaration tells it.
    ...(kind === 'advice' ? { role } : {}),
  };
}

/** Only where something is signed, so that the state of a long case does not grow by what nobody asks for. */
function recorderOf({ fact, officerId }: Extract<EventBody, { type: 'factRecorded' }>): Partial<StepState> {
  return fact.signs === undefined ? {} : { recordedBy: officerId };
}

function decisionOf(body: Extract<EventBody, { type: 'decisionMade' }>): CaseState['decisions'][number] {
  const { key, stage, fourEyes, officerId, actingForId, outcome } = body;
  const signed = { key, stage, fourEyes, officerId, outcome };
  return actingForId === null ? signed : { ...signed, actingForId };
}

function pendingOf(body: Extract<EventBody, { type: 'correctionProposed' }>): PendingCorrection {
  const { factKey, officerId, fact, details, proof } = body;
  return { factKey, officerId, fact, details, proof };
}

function preparedOf(body: Extract<EventBody, { type: 'answerPrepared' }>): PreparedAnswer {
  const { officerId, note, documents } = body;
  return { officerId, note, documents };
}

/** Of a message only the day that it names is asked for later. */
function withNamedDay(
  state: CaseState,
  { said }: Extract<EventBody, { type: 'messageSent' }>,
): Partial<CaseState> {
  return said?.limitDate ? withStep(state, said.key, { limitDate: said.limitDate }) : {};
}

/** What a started clock's dates follow from. */
export function startOf(body: Extract<EventBody, { type: 'clockStarted' }>): ClockStartedWith {
  const { trigger, zone, limitDate, ruleVersion, owner, maximumPenalty, within } = body;
  return {
    trigger,
    zone,
    limitDate,
    ...(ruleVersion === undefined ? {} : { ruleVersion }),
    ...(owner === undefined ? {} : { owner }),
    ...(maximumPenalty === undefined ? {} : { maximumPenalty }),
    ...(within === undefined ? {} : { within }),
  };
}

/** Thresholds that lie before the recording are past already: they are never reminded of. */
function startedClock(event: CaseEvent, body: Extract<EventBody, { type: 'clockStarted' }>): ClockState {
  const { rule, stepKey, keptBy, terms } = body;
  const start = startOf(body);
  const passed = (terms?.warnings ?? []).filter((w) => w.at <= event.recordedAt).map((w) => w.code);
  const recordedLate = terms !== null && terms.dueAt <= event.recordedAt;
  return {
    rule,
    start,
    status: 'running',
    stepKey,
    keptBy,
    terms,
    passed,
    recordedLate,
    judgedBy: null,
    settled: false,
  };
}

/**
 * Thresholds ahead warn again, and so does one that the new date put into the past before anybody was warned. A limit
 * that is ahead again has not passed, and is no late record any more; what was judged is judged anew.
 */
function recomputedClock(event: CaseEvent, terms: ClockTerms): (clock: ClockState) => Partial<ClockState> {
  const past = terms.warnings.filter((w) => w.at <= event.recordedAt).map((w) => w.code);
  const isAhead = terms.dueAt > event.recordedAt;
  return ({ status, passed, recordedLate }) => ({
    terms,
    passed: past.filter((code) => passed.includes(code)),
    recordedLate: recordedLate && !isAhead,
    judgedBy: null,
    status: status === 'expired' && isAhead ? 'running' : status,
  });
}

function withProvided(
  state: CaseState,
  body: Extract<EventBody, { type: 'documentsProvided' }>,
): Partial<CaseState> {
  const round = stepOf(state, body.key).round;
  if (!round) throw new Error(`no documents were asked for in ${body.key}`);
  const provided = [...new Set([...round.provided, ...body.items.map((entry) => entry.item)])];
  const sentAt = round.sentAt !== null && round.sentAt > body.occurredAt ? round.sentAt : body.occurredAt;
  return withStep(state, body.key, { round: { ...round, provided, sentAt } });
}

function stepOf(state: CaseState, key: string): StepState {
  const step = state.steps[key];
  if (!step) throw new Error(`step ${key} is not known`);
  return step;
}

function withStep(state: CaseState, key: string, changes: Partial<StepState>): Partial<CaseState> {
  return { steps: { ...state.steps, [key]: { ...stepOf(state, key), ...changes } } };
}

function withClock(
  state: CaseState,
  key: string,
  changes: (clock: ClockState) => Partial<ClockState>,
): Partial<CaseState> {
  const clock = state.clocks[key];
  if (!clock) throw new Error(`clock ${key} is not known`);
  return { clocks: { ...state.clocks, [key]: { ...clock, ...changes(clock) } } };
}

function withSettled(
  state: CaseState,
  key: string,
  changes: (clock: ClockState) => Partial<ClockState>,
): Partial<CaseState> {
  const changed = { ...state, ...withClock(state, key, changes) };
  const clock = changed.clocks[key];
  return { clocks: clock && isForgotten(clock) ? without(changed.clocks, key) : changed.clocks };
}

/** A step that is withdrawn leaves no ballot behind. */
function withoutBallot({ ballots }: CaseState, key: string): Partial<CaseState> {
  return ballots?.[key] === undefined ? {} : { ballots: without(ballots, key) };
}

function withCustody(state: CaseState, period: string, changes: Partial<CustodyState>): Partial<CaseState> {
  const known = state.custody[period] ?? { beganAt: '', endedAt: null, endReason: null };
  return { custody: { ...state.custody, [period]: { ...known, ...changes } } };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _removed, ...rest } = record;
  return rest;
}
