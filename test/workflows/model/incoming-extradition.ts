import type { EventBody, FactRecord } from '../../../domain/case/events';
import { incomingExtraditionSteps } from '../../../domain/procedures/incoming-extradition/steps';
import { type Ledger, must } from './ledger';
import type { ProcedureModel } from './procedure-model';

const looked = ['nationality-review', 'nationality-confirmation'];
const rights = ['reasons-told', 'counsel', 'interpreter', 'family-informed', 'consular-notice'];
/** Whoever is an Iraqi is asked nothing of this kind any more. */
const onTheWay = [
  ...['cross-check', 'person-checks', 'concurrence-ranking', 'legal-review', 'court-referral', 'hearing'],
  ...['court-decision', 'judicial-council', 'foreign-ministry', 'domestic-warrant', 'readiness-notice'],
  ...['postponement', 'property', 'surrender'],
];

/** The cases in which the person was said to be an Iraqi once. */
const wereIraqis = new WeakSet<Ledger>();

/** An incoming extradition, as the model is told of it. */
export const incomingExtraditionModel: ProcedureModel = {
  steps: incomingExtraditionSteps,
  expirySteps: {
    'arrest present-to-judge': 'mandatory-presentation',
    'arrest release': 'mandatory-release',
    'arrest register-entry': 'register-entry-missed',
    'arrest release-without-file': 'file-limit-passed',
    'arrest release-at-cap': 'detention-cap-passed',
    'papers-to-judge renew-or-release': 'detention-order-missing',
    'detention-order renew-or-release': 'detention-order-ended',
    'detention-order leave-of-criminal-court': 'leave-of-criminal-court',
    'readiness-notice release': 'readiness-limit-passed',
  },
  rarely: ['release', 'withdrawal', 'detention-order', 'postponement', 'immediate-release'],
  statusOf: (ledger) => {
    if (isSurrendered(ledger)) return 'surrendered';
    return isBarred(ledger) ? endOf(ledger) : papersOf(ledger);
  },
  holds: (ledger) => {
    custodyFollowsTheFacts(ledger);
    limitsOfTheHeldRun(ledger);
    nothingLeadsOnForAnIraqi(ledger);
  },
  admits: (ledger, event) => {
    rememberIraqis(ledger, event);
    surrenderedRightly(ledger, event);
    lookedForFirst(ledger, event);
    toldAfterHearing(ledger, event);
    refusedForGood(ledger, event);
  },
};

function rememberIraqis(ledger: Ledger, event: EventBody): void {
  const said = event.type === 'contentRevised' ? event.content : ledger.content;
  if (ledger.content.nationalOfRequestedState || said.nationalOfRequestedState) wereIraqis.add(ledger);
}

const wasIraqi = (ledger: Ledger) =>
  wereIraqis.has(ledger) || ledger.content.nationalOfRequestedState === true;
const outcomeOf = (ledger: Ledger, step: string) => ledger.steps.get(`${step}#1`)?.outcome ?? null;
const isSurrendered = (ledger: Ledger) => ledger.latestFact('surrender')?.outcome === 'surrendered';
const isRefusedByCourt = (ledger: Ledger) => ledger.latestFact('court-decision')?.outcome === 'refused';

function isNotTakenOver(ledger: Ledger): boolean {
  return ['readiness-limit-passed', 'not-taken-over-follow-up'].some((step) =>
    ledger.hasHappened(step, 'release-ordered'),
  );
}

function isBarred(ledger: Ledger): boolean {
  const isOver = ledger.ending !== null || ledger.latestFact('withdrawal') !== null;
  if (isOver || isRefusedByCourt(ledger) || isNotTakenOver(ledger)) return true;
  return ledger.content.nationalOfRequestedState === true;
}

function endOf(ledger: Ledger): string {
  return heldBy(ledger) !== null || mayBeArrested(ledger) ? 'release-due' : 'refusal-to-be-told';
}

/** How far the papers have come: a step that is open again hides what came after it. */
function papersOf(ledger: Ledger): string {
  const came = (step: string) => outcomeOf(ledger, step);
  if (wasIraqi(ledger)) {
    if (
      looked.some(
        (step, index) =>
          came(step) === 'refused' && (index === 0 || came('nationality-review') === 'approved'),
      )
    )
      return endOf(ledger);
    if (looked.some((step) => came(step) !== 'approved')) return 'nationality-review';
  }
  if (!ledger.latestFact('receipt')) return 'registered';
  if (came('cross-check') === null || came('person-checks') === null) return 'received';
  if (came('person-checks') === 'stop') return endOf(ledger);
  return concurrenceOf(ledger) ?? courtOf(ledger);
}

function concurrenceOf(ledger: Ledger): string | null {
  if (!ledger.content.concurrent && outcomeOf(ledger, 'cross-check') !== 'another-request') return null;
  const ranked = outcomeOf(ledger, 'concurrence-ranking');
  if (ranked === null) return 'received';
  if (ranked === 'this-request-first') return null;
  const other = outcomeOf(ledger, 'other-request-outcome');
  if (other === null) return 'postponed-for-another-request';
  return other === 'refused' ? endOf(ledger) : null;
}

function courtOf(ledger: Ledger): string {
  const review = outcomeOf(ledger, 'legal-review');
  if (review !== 'approved') return review === null ? 'legal-review' : endOf(ledger);
  if (!ledger.latestFact('court-decision')) return 'judicial-phase';
  for (const level of ['judicial-council', 'foreign-ministry']) {
    const signed = outcomeOf(ledger, level);
    if (signed !== 'approved') return signed === null ? 'executive-decision' : endOf(ledger);
  }
  if (misses(ledger) > newDates(ledger)) return 'not-taken-over';
  if (ledger.latestFact('readiness-notice')) return 'surrender-fixed';
  return countOf(ledger, 'postponement') > countOf(ledger, 'postponement-end') ? 'postponed' : 'granted';
}

const misses = (ledger: Ledger) => countOf(ledger, 'surrender', 'not-taken-over');
const newDates = (ledger: Ledger) =>
  [...ledger.steps.values()].filter(
    ({ step, outcome }) => step === 'not-taken-over-follow-up' && outcome === 'new-date',
  ).length;

function factsOf(ledger: Ledger, step: string): [number, FactRecord][] {
  const own = [...ledger.facts].filter(([, entry]) => entry.step === step);
  return own.map(([key, { fact }]) => [Number(key.split('#')[1]), fact]);
}

function countOf(ledger: Ledger, step: string, outcome?: string): number {
  return factsOf(ledger, step).filter(([, fact]) => outcome === undefined || fact.outcome === outcome).length;
}

/** The arrest that holds the person; null where nobody is held. */
function heldBy(ledger: Ledger): number | null {
  if (isSurrendered(ledger)) return null;
  const [visit] =
    factsOf(ledger, 'arrest')
      .filter(([, { outcome }]) => outcome === 'arrested')
      .at(-1) ?? [];
  if (visit === undefined || judgeOf(ledger, visit) === 'released') return null;
  const isFree = ['release', 'immediate-release'].some((step) => ledger.facts.has(`${step}#${visit}`));
  return isFree ? null : visit;
}

function judgeOf(ledger: Ledger, visit: number): string | undefined {
  return ledger.facts.get(`papers-to-judge#${visit}`)?.fact.outcome;
}

/** A warrant of a judge here that nobody has carried out or taken back. */
function mayBeArrested(ledger: Ledger): boolean {
  const hasEscaped = (visit: number) =>
    ['release', 'immediate-release'].some(
      (step) => ledger.facts.get(`${step}#${visit}`)?.fact.outcome === 'escaped',
    );
  const onWarrants = factsOf(ledger, 'arrest').filter(
    ([visit, { outcome, codes }]) =>
      outcome === 'arrested' && !codes.includes('in-request') && !hasEscaped(visit),
  );
  const used = onWarrants.length + countOf(ledger, 'warrant-withdrawal');
  return countOf(ledger, 'domestic-warrant', 'issued') > used;
}

function custodyFollowsTheFacts(ledger: Ledger): void {
  const held = [...ledger.custody].flatMap(([name, { endedAt }]) => (endedAt === null ? [name] : []));
  const visit = heldBy(ledger);
  const expected = visit === null ? [] : [`arrest-${visit}`];
  must(String(held) === String(expected), `${held} is held, and by what happened ${expected}`);
}

/** No limit of who is held is stopped, whatever becomes of the request. */
function limitsOfTheHeldRun(ledger: Ledger): void {
  const visit = heldBy(ledger);
  if (visit === null) return;
  const arrest = ledger.facts.get(`arrest#${visit}`)?.fact.occurredAt ?? '';
  const since = (step: string) => factsOf(ledger, step).filter(([, { occurredAt }]) => occurredAt > arrest);
  const expected = [
    ...['CON19-24H', 'CON19-48H', 'ORD57-24', 'RIY44-30', 'RIY44-60'].map(
      (rule) => `${rule}:arrest#${visit}`,
    ),
    ...since('detention-order').map(([order]) => `CPC109-15D:detention-order#${order}`),
    ...since('readiness-notice').map(([notice]) => `CPC367-2M:readiness-notice#${notice}`),
  ];
  for (const key of expected) {
    const clock = ledger.clocks.get(key);
    must(clock !== undefined, `${key} does not run, and somebody is held`);
    must(clock.status !== 'stopped', `${key} is stopped, and somebody is held`);
  }
}

function nothingLeadsOnForAnIraqi(ledger: Ledger): void {
  const isCleared = looked.every((step) => outcomeOf(ledger, step) === 'approved');
  const mayGoOn = !ledger.content.nationalOfRequestedState && (isCleared || !wasIraqi(ledger));
  const open = ledger.openKeys().filter((key) => onTheWay.includes(key.replace(/#.*/, '')));
  must(mayGoOn || isSurrendered(ledger) || open.length === 0, `${open} of an Iraqi`);
}

/** Nobody is surrendered who is an Iraqi, not accepted by the court, not signed for at both levels, or not told. */
function surrenderedRightly(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'factRecorded' || event.step !== 'surrender' || event.fact.outcome !== 'surrendered')
    return;
  must(!ledger.content.nationalOfRequestedState, 'an Iraqi is surrendered');
  must(
    !wasIraqi(ledger) || looked.every((step) => ledger.isSigned(step, 'approved')),
    'an Iraqi by correction',
  );
  must(ledger.latestFact('court-decision')?.outcome === 'accepted', 'surrendered and no court has accepted');
  for (const level of ['judicial-council', 'foreign-ministry'])
    must(ledger.isSigned(level, 'approved'), `surrendered without ${level}`);
  must(!isBarred(ledger), 'surrendered although that is barred');
  const visit = heldBy(ledger);
  must(visit !== null && judgeOf(ledger, visit) === 'detained', 'surrendered without a judge');
  for (const duty of [...rights, 'register-entry'])
    must(ledger.facts.has(`${duty}#${visit}`), `surrendered and no ${duty}`);
}

/** Whom the register may know, and who is found in it, is looked at by a person before anybody signs. */
function lookedForFirst(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'stepOpened' || event.step !== 'legal-review') return;
  const known = outcomeOf(ledger, 'cross-check');
  must(known !== null, 'reviewed before the register was searched');
  const isWeighed = ledger.signatures.some(({ key }) => key === 'person-checks#1');
  must(known === 'nobody-known' || isWeighed, `reviewed and nobody has looked at who is ${known}`);
  must(
    known !== 'another-request' || outcomeOf(ledger, 'concurrence-ranking') !== null,
    'reviewed and not ranked',
  );
}

/** The other State is heard before it is told of a refusal. */
function toldAfterHearing(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'factRecorded' || !['refusal-notice', 'nationality-notice'].includes(event.step)) return;
  must(ledger.latestFact('consultation') !== null, `${event.step} before a consultation`);
}

/** After the court has refused nothing opens that leads to a surrender. */
function refusedForGood(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'stepOpened' && event.type !== 'stepReopened') return;
  const leadsOn = onTheWay.slice(onTheWay.indexOf('judicial-council'));
  must(!isRefusedByCourt(ledger) || !leadsOn.includes(event.step), `${event.key} after a refusal`);
}
