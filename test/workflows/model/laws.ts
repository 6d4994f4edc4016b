import type { FactRecord, KeptBy } from '../../../domain/case/events';
import { type Ledger, type ModelClock, must } from './ledger';
import type { ProcedureModel } from './procedure-model';

/** What holds of every case between two commands. @throws Error that names the law which is broken */
export function checkLaws(ledger: Ledger, model: ProcedureModel): void {
  for (const law of [custodyIsOneAtATime, factsFollowTheirCauses, correctionsWait]) law(ledger);
  if (ledger.outcome === null) openCaseStands(ledger, model);
  else endIsAnEnd(ledger);
}

function openCaseStands(ledger: Ledger, model: ProcedureModel): void {
  must(ledger.openKeys().length > 0, 'an open case waits for nothing');
  const status = model.statusOf(ledger);
  must(ledger.status === status, `the status is ${ledger.status} and the case stands at ${status}`);
  signaturesStandForTheContent(ledger);
  serviceLevelsMeasureWhatIsOpen(ledger);
  passedLimitsAreDealtWith(ledger, model);
  model.holds?.(ledger);
}

/** What holds after the clock keeper has been there. */
export function checkClocksAreKept(ledger: Ledger, now: string): void {
  for (const [key, clock] of ledger.clocks) {
    must(clock.status !== 'running' || clock.dueAt > now, `${key} is over and runs`);
    const { keptBy } = clock;
    const fact = isStopped(clock) ? null : keepingFact(ledger, keptBy);
    if (!fact) continue;
    const judged = fact.occurredAt < clock.dueAt ? 'met' : 'expired';
    must(clock.status === judged, `${key} is ${clock.status}, and what keeps it says ${judged}`);
  }
}

/** The first of the facts that keep a limit. */
function keepingFact(ledger: Ledger, keptBy: KeptBy | null): FactRecord | null {
  if (keptBy === null) return null;
  const { step, visit, since, together, outcomes } = keptBy;
  const visits = [...ledger.facts].filter(([, entry]) => entry.step === step).map(([key]) => key);
  const of = (key: string) => Number(key.split('#')[1]);
  const isSigned = (key: string) => together === undefined || ledger.facts.has(`${together}#${of(key)}`);
  const inOrder = visits
    .filter((key) => of(key) >= (since ?? 1) && isSigned(key))
    .sort((a, b) => of(a) - of(b));
  const keeps = (key: string) => outcomes.includes(ledger.facts.get(key)?.fact.outcome ?? '');
  const named = since === undefined ? inOrder.at(-1) : inOrder.find(keeps);
  const fact = ledger.facts.get(visit === undefined ? (named ?? '') : `${step}#${visit}`)?.fact;
  const kept = [fact, keepingFact(ledger, keptBy.or ?? null)].flatMap((entry, index) =>
    entry && (index === 1 || outcomes.includes(entry.outcome)) ? [entry] : [],
  );
  return kept.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))[0] ?? null;
}

const isStopped = ({ settled, status, judgedBy }: ModelClock) =>
  status === 'stopped' || (settled && judgedBy === null);

function endIsAnEnd(ledger: Ledger): void {
  must(ledger.openKeys().length === 0, `closed with ${ledger.openKeys()} open`);
  must(
    [...ledger.custody.values()].every(({ endedAt }) => endedAt !== null),
    'closed over a held person',
  );
  must(
    [...ledger.clocks.values()].every(({ settled }) => settled),
    'closed with a clock that runs',
  );
}

function custodyIsOneAtATime({ custody, facts }: Ledger): void {
  const happened = new Set([...facts.values()].map(({ fact }) => fact.occurredAt));
  const periods = [...custody].sort(([, a], [, b]) => (a.beganAt < b.beganAt ? -1 : 1));
  periods.forEach(([name, { beganAt, endedAt }], index) => {
    must(endedAt === null || beganAt <= endedAt, `${name} ends before it begins`);
    const isFact = happened.has(beganAt) && (endedAt === null || happened.has(endedAt));
    must(isFact, `${name} begins or ends when nothing happened`);
    const next = periods[index + 1]?.[1];
    must(!next || (endedAt !== null && endedAt <= next.beganAt), `${name} overlaps what follows it`);
  });
}

function factsFollowTheirCauses(ledger: Ledger): void {
  for (const [key, { fact, causes }] of ledger.facts) {
    for (const cause of causes) {
      const earlier = ledger.facts.get(cause)?.fact.occurredAt ?? '';
      must(earlier <= fact.occurredAt, `${key} happened before its cause ${cause}`);
    }
  }
}

function correctionsWait(ledger: Ledger): void {
  const open = ledger.openKeys().filter((key) => ledger.table[key.replace(/#.*/, '')]?.kind === 'correction');
  must(open.length === ledger.pending.size, 'a correction waits for nobody');
  const facts = new Set([...ledger.pending.values()].map(({ factKey }) => factKey));
  must(facts.size === ledger.pending.size, 'two corrections of one fact');
}

/** An approval that is closed was signed over the content as it is now, unless the content is fixed by what followed. */
function signaturesStandForTheContent(ledger: Ledger): void {
  for (const [key, { step, outcome }] of ledger.steps) {
    const declared = ledger.table[step];
    if (outcome === null || declared?.kind !== 'approval') continue;
    const signature = ledger.signatures.findLast((candidate) => candidate.key === key);
    const isActedOn = declared.actedOnBy !== undefined && ledger.hasHappened(declared.actedOnBy);
    must(signature !== undefined, `${key} is closed and nobody signed`);
    must(isActedOn || signature.contentHash === ledger.content.hash, `${key} stands for an older content`);
  }
}

function serviceLevelsMeasureWhatIsOpen(ledger: Ledger): void {
  const running = [...ledger.clocks.values()].filter((clock) => clock.stepKey !== null && !clock.settled);
  for (const clock of running) {
    const isOpen = ledger.steps.get(clock.stepKey ?? '')?.outcome === null;
    must(isOpen, `${clock.rule} measures ${clock.stepKey}, which is not open`);
  }
  for (const key of ledger.openKeys()) {
    const rule = ledger.table[ledger.steps.get(key)?.step ?? '']?.serviceLevel;
    const count = running.filter((clock) => clock.stepKey === key && clock.rule === rule).length;
    const expected = rule === undefined || ledger.suspended ? 0 : 1;
    must(count === expected, `${key} is measured by ${count} service levels, not ${expected}`);
  }
}

/** Every limit that passed and is not settled has its step, open or answered; and no such step is open without one. */
function passedLimitsAreDealtWith(ledger: Ledger, { expirySteps }: ProcedureModel): void {
  const expected = new Set<string>();
  for (const [key, { startedBy, trigger, effect, status, settled }] of ledger.clocks) {
    const began = ledger.facts.get(startedBy ?? '')?.fact.occurredAt ?? trigger;
    must(settled || began === trigger, `${key} runs from another moment than its event's`);
    const [event, visit] = startedBy?.split('#') ?? [];
    const step = expirySteps[`${event} ${effect}`];
    if (status !== 'expired' || settled || !step) continue;
    expected.add(`${step}#${visit}`);
    must(ledger.steps.has(`${step}#${visit}`), `${key} has passed and nobody is told`);
  }
  for (const key of ledger.openKeys()) {
    const isExpiry = ledger.table[ledger.steps.get(key)?.step ?? '']?.kind === 'expiry';
    must(!isExpiry || expected.has(key), `${key} is open and no limit has passed`);
  }
}
