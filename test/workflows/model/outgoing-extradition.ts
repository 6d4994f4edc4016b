import type { EventBody, FactRecord } from '../../../domain/case/events';
import { outgoingExtraditionSteps } from '../../../domain/procedures/outgoing-extradition/steps';
import { type Ledger, must } from './ledger';
import type { ProcedureModel } from './procedure-model';

const levels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'];
const givenUp = 'to-be-withdrawn';

/** An outgoing extradition to Sweden, as the model is told of it. */
export const outgoingExtraditionModel: ProcedureModel = {
  steps: outgoingExtraditionSteps,
  expirySteps: {
    'provisional-arrest release-expected': 'release-expected',
    'notice-of-decision release-expected': 'pick-up-limit-passed',
    'arrival present-to-judge': 'mandatory-presentation',
    'arrival release': 'mandatory-release',
  },
  rarely: [
    ...['release-abroad', 'arrest-request-withdrawal', 'speciality-watch', 'status-query', 'consent'],
    ...['further-consent-request', 'further-consent', 'regional-approval', 'death'],
  ],
  statusOf: (ledger) => abroadNoMore(ledger) ?? unsigned(ledger) ?? underWay(ledger) ?? granted(ledger),
  holds: heldWhereTheFactsSay,
  admits: (ledger, event) => {
    for (const law of [oneSideEach, sentWhenSigned, surrenderedWhenReady, closedWhenDone]) law(ledger, event);
  },
};

const count = ({ facts }: Ledger, step: string) =>
  [...facts.values()].filter((entry) => entry.step === step).length;
const outcomeAt = ({ steps }: Ledger, key: string) => steps.get(key)?.outcome ?? null;
const isSurrendered = (ledger: Ledger) => ledger.latestFact('surrender')?.outcome === 'surrendered';
const broughtBack = ({ facts }: Ledger) =>
  [...facts.values()].filter(
    ({ step, fact }) => step === 'temporary-return' && fact.outcome === 'brought-back',
  ).length;
const isLent = (ledger: Ledger) => count(ledger, 'temporary-surrender') > broughtBack(ledger);

type Whereabouts = 'taken-over' | 'judged' | 'at-large' | 'dead' | 'not-here';

/** What the last fact of the present stay says: who was taken over, for good or for a time, arrives, is judged or flees. */
function whereabouts(ledger: Ledger): Whereabouts {
  let now: Whereabouts = 'not-here';
  for (const { step, fact } of ledger.facts.values()) now = after(step, fact.outcome) ?? now;
  return now;
}

function after(step: string, outcome: string): Whereabouts | null {
  switch (`${step} ${outcome}`) {
    case 'surrender surrendered':
    case 'temporary-surrender surrendered':
    case 'arrival arrived':
      return 'taken-over';
    case 'before-judge presented':
    case 'before-judge released':
      return 'judged';
    case 'arrival escaped':
    case 'before-judge escaped':
    case 'temporary-return not-returned':
      return 'at-large';
    case 'arrival died':
    case 'before-judge died':
    case 'temporary-return died':
      return 'dead';
    case 'temporary-return brought-back':
      return 'not-here';
    default:
      return null;
  }
}

/** The period of the present stay: of an arrival after a flight, a further one. */
function periodHere(ledger: Ledger): string {
  const stay = isSurrendered(ledger)
    ? 'surrender'
    : `temporary-surrender-${count(ledger, 'temporary-surrender')}`;
  let flights = 0;
  for (const { step, fact } of ledger.facts.values()) {
    if (step === 'temporary-surrender' || (step === 'surrender' && fact.outcome === 'surrendered'))
      flights = 0;
    if (after(step, fact.outcome) === 'at-large') flights += 1;
  }
  return flights === 0 ? stay : `${stay}-again-${flights + 1}`;
}

function isHeldHere(ledger: Ledger): boolean {
  const where = whereabouts(ledger);
  return where === 'taken-over' || (where === 'judged' && isLent(ledger) && !isSurrendered(ledger));
}

function abroadNoMore(ledger: Ledger): string | null {
  if (isSurrendered(ledger)) return afterTheSurrender(ledger);
  const isDead = ledger.latestFact('release-abroad')?.outcome === 'died';
  return ledger.ending !== null || isDead ? givenUp : null;
}

function afterTheSurrender(ledger: Ledger): string {
  const where = whereabouts(ledger);
  if (where === 'at-large') return 'escaped';
  return where === 'judged' ? 'speciality-watch' : 'surrendered';
}

function unsigned(ledger: Ledger): string | null {
  const before = ledger.parties ? notYetInBaghdad(ledger) : null;
  if (before !== null) return before;
  const checks = outcomeAt(ledger, 'person-checks#1');
  if (checks === null) return ledger.parties ? 'sent-to-baghdad' : 'draft';
  if (checks === 'stop') return givenUp;
  // In their order: a level that is signed again stands before one that was refused after it.
  const next = levels.find((level) => !ledger.isSigned(level, 'approved'));
  if (!next) return null;
  return ledger.isSigned(next, 'refused') ? givenUp : 'legal-review';
}

function notYetInBaghdad(ledger: Ledger): string | null {
  const approval = outcomeAt(ledger, 'regional-approval#1');
  if (approval === null) return 'regional-approval';
  if (approval === 'refused') return givenUp;
  if (outcomeAt(ledger, 'regional-transmission#1') === null) return 'regionally-approved';
  return outcomeAt(ledger, 'regional-receipt#1') === null ? 'sent-to-baghdad' : null;
}

function underWay(ledger: Ledger): string | null {
  if (!ledger.latestFact('transmission')) return 'approved';
  if (!ledger.latestFact('receipt')) return 'transmitted';
  const decision = ledger.latestFact('decision');
  if (decision) return decision.outcome === 'refused' ? refused(ledger) : null;
  const opinion = ledger.latestFact('opinion')?.outcome ?? 'manifestly-unfounded';
  const consent = ledger.latestFact('consent')?.outcome ?? 'not-consented';
  const isJudged = ledger.latestFact('judgment') !== null || consent !== 'not-consented';
  return isJudged && opinion !== 'manifestly-unfounded' ? 'executive-decision' : 'judicial-phase';
}

function refused(ledger: Ledger): string {
  if (outcomeAt(ledger, 'refusal-follow-up#1') !== 'prosecution-there-proposed') return 'refused';
  const answer = ledger.latestFact('prosecution-there')?.outcome;
  return answer === 'taken-up' ? 'prosecution-watch' : 'prosecution-there';
}

function granted(ledger: Ledger): string {
  const codes = ledger.latestFact('decision')?.codes ?? [];
  const conditions = codes.length === 0 ? 'accepted' : outcomeAt(ledger, 'conditions-review#1');
  if (conditions === 'not-accepted') return givenUp;
  const notice = ledger.latestFact('notice-of-decision')?.outcome;
  if (!notice) return codes.length > 0 ? 'granted-with-conditions' : 'granted';
  if (isLent(ledger)) return whileLent(ledger);
  if (notice === 'postponed') return 'postponed';
  if (conditions === 'accepted') return surrenderFixed(ledger);
  if (count(ledger, 'notice-of-decision') > 1) return 'postponed';
  return 'granted-with-conditions';
}

function whileLent(ledger: Ledger): string {
  const where = whereabouts(ledger);
  const isLookedFor = ![...ledger.steps].some(
    ([key, { outcome }]) => key.startsWith('escape-follow-up#') && outcome !== null,
  );
  if (where === 'dead' || (where === 'at-large' && !isLookedFor)) return givenUp;
  return where === 'at-large' ? 'escaped' : 'temporarily-surrendered';
}

/** Each attempt that failed is followed by a new date, or by none. */
function surrenderFixed(ledger: Ledger): string {
  const failed = ledger.latestFact('surrender')?.outcome;
  if (!failed) return 'surrender-fixed';
  const attempts = count(ledger, 'surrender');
  if (outcomeAt(ledger, `not-taken-over-follow-up#${attempts}`) === 'abandoned') return givenUp;
  return ledger.facts.has(`surrender-date#${attempts + 1}`) ? 'surrender-fixed' : failed;
}

/** Somebody is held exactly where what happened says so: abroad, lent, or here before the judge. */
function heldWhereTheFactsSay(ledger: Ledger): void {
  const held = [...ledger.custody].flatMap(([name, { endedAt }]) => (endedAt === null ? [name] : []));
  const expected = [...heldAbroad(ledger), ...(isHeldHere(ledger) ? [periodHere(ledger)] : [])];
  must(String(held) === String(expected), `${held} is held, and by what happened ${expected}`);
}

function heldAbroad(ledger: Ledger): string[] {
  const arrests = [...ledger.facts].filter(([, { step }]) => step === 'provisional-arrest');
  const [key, arrest] = arrests.at(-1) ?? [];
  if (!key || arrest?.fact.outcome !== 'arrested') return [];
  const visit = Number(key.split('#')[1]);
  const isTaken = [ledger.latestFact('surrender'), ledger.latestFact('temporary-surrender')].some(
    (surrender) => surrender?.outcome === 'surrendered' && surrender.occurredAt >= arrest.fact.occurredAt,
  );
  if (isTaken || ledger.facts.has(`release-abroad#${visit}`)) return [];
  return [visit === 1 ? 'provisional-arrest' : `provisional-arrest-${visit}`];
}

function oneSideEach({ table, parties }: Ledger, event: EventBody): void {
  if (event.type !== 'stepOpened' && event.type !== 'stepReopened') return;
  const party = table[event.step]?.party;
  if (party) must(parties?.[party].agencyCode === event.agencyCode, `${event.key} is the wrong side's`);
}

/** Nothing leaves for another State without the federal levels, and nothing of the Region's without Erbil. */
function sentWhenSigned(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'factRecorded') return;
  if (event.step === 'transmission') {
    for (const level of levels) must(ledger.isSigned(level, 'approved'), `sent without the ${level}`);
  }
  const leaves = event.step === 'transmission' || event.step === 'provisional-arrest-request';
  if (!leaves || !ledger.parties) return;
  must(ledger.isSigned('regional-approval', 'approved'), 'sent without Erbil');
  must(ledger.isSigned('regional-receipt', 'received'), 'sent before Baghdad had it');
}

/** Nobody is surrendered, for good or for a time, whose surrender was not granted or whose conditions are not accepted. */
function surrenderedWhenReady(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'factRecorded') return;
  const isForGood = event.step === 'surrender' && event.fact.outcome === 'surrendered';
  if (!isForGood && event.step !== 'temporary-surrender') return;
  const decision = ledger.latestFact('decision');
  must(decision?.outcome === 'granted', 'surrendered and not granted');
  const areAccepted = decision.codes.length === 0 || ledger.isSigned('conditions-review', 'accepted');
  must(areAccepted, 'surrendered under conditions that are not accepted');
  const notice = ledger.latestFact('notice-of-decision')?.outcome;
  must(notice === (isForGood ? 'notified' : 'postponed'), `surrendered and ${notice}`);
  if (isForGood) routeIsOpen(ledger, ledger.latestFact('escort-order'));
}

function routeIsOpen({ facts }: Ledger, order: FactRecord | null): void {
  must(order !== null, 'surrendered without an escort');
  if (order.outcome !== 'ordered') return;
  const consents = [...facts.values()].filter(
    ({ step, fact }) => step === 'transit-consent' && fact.outcome === 'given',
  );
  const given = consents.flatMap(({ fact }) => fact.codes);
  for (const state of order.codes) must(given.includes(state), `surrendered through ${state}`);
}

/** No case is closed as surrendered before the person's rights were seen to and the court was told of his custody. */
function closedWhenDone(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'caseClosed' || event.outcome !== 'surrendered') return;
  for (const right of ['reasons-told', 'counsel', 'interpreter', 'family-informed', 'before-judge']) {
    must(ledger.facts.has(`${right}#${count(ledger, 'arrival')}`), `closed and no ${right}`);
  }
  const wasHeld = ledger.latestFact('provisional-arrest')?.outcome === 'arrested';
  must(!wasHeld || ledger.latestFact('deduction') !== null, 'closed and the court was not told');
}
