import type { EventBody, FactRecord } from '../../../domain/case/events';
import { suspectTransferSteps } from '../../../domain/procedures/suspect-transfer/steps';
import { type Ledger, must } from './ledger';
import type { ProcedureModel } from './procedure-model';

function rightsOf({ content }: Ledger): string[] {
  const everybodys = ['reasons-told', 'counsel', 'interpreter', 'family-informed'];
  return content.foreignNational ? [...everybodys, 'consular-notice'] : everybodys;
}

type Papers = 'request' | 'transfer';

/** A suspect transfer, as the model is told of it. */
export const suspectTransferModel: ProcedureModel = {
  steps: suspectTransferSteps,
  expirySteps: {
    'arrest present-to-judge': 'mandatory-presentation',
    'arrest release': 'mandatory-release',
    'arrest register-entry': 'register-entry-missed',
    'papers-to-judge renew-or-release': 'detention-order-missing',
    'detention-order renew-or-release': 'detention-order-ended',
    'detention-order leave-of-criminal-court': 'leave-of-criminal-court',
    'medical-check examine-anew': 'medical-check-outdated',
  },
  rarely: ['release', 'warrant-cancellation', 'detention-order', 'return-decision'],
  statusOf: (ledger) => (isStopped(ledger) ? 'release-due' : (withTheCourt(ledger) ?? papersOf(ledger))),
  holds: (ledger) => {
    for (const law of [custodyFollowsTheFacts, limitsOfTheHeldRun]) law(ledger);
  },
  admits: (ledger, event) => {
    for (const law of [oneSideEach, sentWhenApproved, signedWhenReady, notByOneHand, keptInItsPeriod])
      law(ledger, event);
  },
};

function isStopped(ledger: Ledger): boolean {
  if (ledger.latestFact('presentation')) return false;
  if (ledger.ending !== null || ledger.latestFact('warrant-cancellation')) return true;
  return papersOf(ledger) === 'refused';
}

/** How far the papers have come: a step that is open again hides what came after it. */
function papersOf(ledger: Ledger): string {
  const outcome = (step: string) => ledger.steps.get(`${step}#1`)?.outcome ?? null;
  const inOrder = [
    { steps: ['cross-check', 'person-checks'], status: 'draft' },
    { steps: levels(ledger, 'request'), status: 'legal-review' },
    { steps: ['transmission'], status: 'approved' },
    { steps: ['receipt'], status: 'transmitted' },
    { steps: ['cross-check-there', 'person-checks-there', 'endorsement'], status: 'received' },
    { steps: levels(ledger, 'transfer'), status: 'endorsed' },
  ];
  for (const { steps, status } of inOrder) {
    for (const step of steps) {
      const came = outcome(step);
      if (came === null) return status;
      if (came === 'stop' || came === 'refused') return 'refused';
    }
  }
  return 'transfer-approved';
}

function levels({ parties }: Ledger, papers: Papers): string[] {
  const side = papers === 'request' ? parties?.requesting.side : parties?.requested.side;
  return side === 'KRG' ? [`${papers}-regional-approval`] : [`${papers}-legal-review`, `${papers}-approval`];
}

function withTheCourt(ledger: Ledger): string | null {
  const court = ledger.latestFact('presentation');
  if (!court) return takenOver(ledger) ? 'handed-over' : null;
  if (court.outcome === 'presented') return 'presented';
  return ledger.steps.get('return-decision#1')?.outcome === 'returned' ? 'return' : 'wrong-person';
}

/** The facts of one step by the visit that recorded them. */
function visitsOf(ledger: Ledger, step: string): Map<number, FactRecord> {
  const own = [...ledger.facts].filter(([, entry]) => entry.step === step);
  return new Map(own.map(([key, { fact }]) => [Number(key.split('#')[1]), fact]));
}

/** The last protocol that both sides have signed. */
function takenOver(ledger: Ledger): FactRecord | null {
  const given = visitsOf(ledger, 'handover-given');
  return [...visitsOf(ledger, 'handover-taken')].findLast(([visit]) => given.has(visit))?.[1] ?? null;
}

/** The arrest that holds the person at the requested side; null where nobody is held there. */
function holdingArrest(ledger: Ledger): number | null {
  if (takenOver(ledger)) return null;
  const [visit, arrest] = [...visitsOf(ledger, 'arrest')].at(-1) ?? [];
  if (visit === undefined || arrest?.outcome !== 'arrested') return null;
  const isFree = ledger.facts.has(`release#${visit}`);
  return isFree || judgeOf(ledger, visit) === 'released' ? null : visit;
}

function judgeOf(ledger: Ledger, visit: number): string | undefined {
  return ledger.facts.get(`papers-to-judge#${visit}`)?.fact.outcome;
}

/** Somebody is held exactly where what happened says so: at the side that has him, and nobody after his release. */
function custodyFollowsTheFacts(ledger: Ledger): void {
  const held = [...ledger.custody].flatMap(([name, { endedAt }]) => (endedAt === null ? [name] : []));
  const visit = holdingArrest(ledger);
  const court = ledger.latestFact('presentation');
  const isBack = visitsOf(ledger, 'return-given').size > 0 && visitsOf(ledger, 'return-taken').size > 0;
  const received = takenOver(ledger) && (!court || court.outcome === 'wrong-person');
  const expected =
    visit !== null ? [`arrest-${visit}`] : received && !isBothSigned(ledger, isBack) ? ['handover'] : [];
  const where = isBothSigned(ledger, isBack) ? ['return'] : expected;
  must(String(held) === String(where), `${held} is held, and by what happened ${where}`);
}

function isBothSigned(ledger: Ledger, isBack: boolean): boolean {
  return (
    isBack &&
    [...visitsOf(ledger, 'return-taken').keys()].some((visit) => visitsOf(ledger, 'return-given').has(visit))
  );
}

/** No limit of who is held is stopped, and every event has started its own. */
function limitsOfTheHeldRun(ledger: Ledger): void {
  const visit = holdingArrest(ledger);
  if (visit === null) return;
  const arrest = ledger.facts.get(`arrest#${visit}`)?.fact.occurredAt ?? '';
  const orders = [...visitsOf(ledger, 'detention-order')].filter(([, { occurredAt }]) => occurredAt > arrest);
  const expected = [
    ...['CON19-24H', 'CON19-48H', 'ORD57-24'].map((rule) => `${rule}:arrest#${visit}`),
    ...orders.map(([order]) => `CPC109-15D:detention-order#${order}`),
  ];
  for (const key of expected) {
    const clock = ledger.clocks.get(key);
    must(clock !== undefined, `${key} does not run, and somebody is held`);
    must(clock.status !== 'stopped', `${key} is stopped, and somebody is held`);
  }
}

/** What was done in one period keeps no limit of another. */
function keptInItsPeriod(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'clockMet') return;
  const clock = ledger.clocks.get(event.key);
  const [step, visit] = clock?.startedBy?.split('#') ?? [];
  if (!clock || step === undefined) return;
  const arrests = [...visitsOf(ledger, 'arrest').values()].map(({ occurredAt }) => occurredAt);
  const arrest =
    arrests
      .filter((at) => at <= clock.trigger)
      .sort()
      .at(-1) ?? '';
  must(event.at >= arrest, `${event.key} is kept by what came before the arrest`);
  if (step !== 'arrest') return;
  const own = ['papers-to-judge', 'release', 'register-entry'].map(
    (keeper) => ledger.facts.get(`${keeper}#${visit}`)?.fact.occurredAt,
  );
  must(own.includes(event.at), `${event.key} is kept by what was done in another period`);
}

/** A step is open for the agency of the side that it is declared for. */
function oneSideEach({ table, parties }: Ledger, event: EventBody): void {
  if (event.type !== 'stepOpened' && event.type !== 'stepReopened') return;
  const party = table[event.step]?.party;
  if (party) must(parties?.[party].agencyCode === event.agencyCode, `${event.key} is the wrong side's`);
}

function isApproved(ledger: Ledger, papers: Papers): boolean {
  return levels(ledger, papers).every((step) => ledger.isSigned(step, 'approved'));
}

function sentWhenApproved(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'messageSent' || event.kind !== 'request') return;
  must(isApproved(ledger, 'request'), 'a request is sent that was not approved');
  const checks = ledger.steps.get('person-checks#1')?.outcome;
  must(checks === 'clear' || checks === 'proceed', 'a request is sent before the person was looked at');
}

/** Nobody is handed over before both sides approve and a judge ordered it, unfit, or with his rights not seen to. */
function signedWhenReady(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'factRecorded' || !/^handover-(given|taken)$/.test(event.step)) return;
  const visit = holdingArrest(ledger);
  // Signed anew: the person is at the other side already.
  if (visit === null && takenOver(ledger)) return;
  must(visit !== null, 'somebody is handed over whom nobody held');
  const other = suspectTransferSteps[event.step as 'handover-given'].signedWith;
  const isFirst = !ledger.facts.has(event.key.replace(event.step, other));
  for (const papers of ['request', 'transfer'] as const) {
    must(!isFirst || isApproved(ledger, papers), `handed over without the approval of the ${papers}`);
  }
  must(judgeOf(ledger, visit) === 'detained', 'handed over without a judge');
  for (const right of [...rightsOf(ledger), 'register-entry'])
    must(ledger.facts.has(`${right}#${visit}`), `handed over and no ${right}`);
  must(ledger.latestFact('medical-check')?.outcome === 'fit', 'handed over and not fit');
}

function notByOneHand(ledger: Ledger, event: EventBody): void {
  if (event.type !== 'factRecorded') return;
  const other = ledger.table[event.step]?.signedWith;
  const signer = other && ledger.facts.get(event.key.replace(event.step, other))?.officerId;
  must(signer !== event.officerId, `${event.key} and ${other} by one officer`);
}
