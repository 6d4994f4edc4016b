import { type ContentSummary, linkKinds } from '../../../domain/case/events';
import { advisers } from '../../../domain/permissions/actions';
import * as fc from '../../support/fast-check';
import { document, type GivenCommand, officers } from '../in-memory-case';
import { isExcluded } from './forbids';
import type { Ledger, ModelStep } from './ledger';

/** Sample officers, and two more, so that there is somebody left to sign when some have edited. */
const people: readonly string[] = [...Object.values(officers), 'officer-8', 'officer-9'];
const reason = { id: 'note', hash: 'hash' };
const dayMs = 86_400_000;

/** How often what is tried, of about a hundred. */
const weights = {
  goOn: 50,
  decideAnyhow: 8,
  recordAnyhow: 8,
  revise: 4,
  rescind: 6,
  correct: 12,
  ask: 4,
  answer: 6,
  say: 2,
  link: 3,
  unlink: 1,
  addNote: 1,
  consult: 3,
  endCase: 1,
  suspend: 1,
  resume: 4,
  reassign: 1,
  openAgain: 1,
  recompute: 4,
  keepClocks: 10,
} as const;
type Kind = keyof typeof weights;

/** What is to be tried, as picks: which step, whose, which outcome is known when its turn comes. */
export const wishes = fc.record({
  kind: fc.oneof(
    ...Object.entries(weights).map(([kind, weight]) => ({ arbitrary: fc.constant(kind as Kind), weight })),
  ),
  which: fc.nat(1_000),
  outcome: fc.nat(1_000),
  officer: fc.nat(1_000),
  substitute: fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, { arbitrary: fc.nat(1_000), weight: 1 }),
  agoMs: fc.constantFrom(0, 0, 0, 1, 3_600_000, dayMs, 12 * dayMs, 45 * dayMs, -1, -dayMs),
  /** One thing in eight is wrong on purpose. */
  isWrong: fc.nat(7).map((pick) => pick === 0),
});
export type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];
const ago = (now: string, ms: number) => new Date(Date.parse(now) - ms).toISOString();

/** The command that a wish comes to in a case that stands as it does; null where there is nothing to try it on. */
export function chooseCommand(
  ledger: Ledger,
  rarely: readonly string[],
  wish: Wish,
  now: string,
): GivenCommand | null {
  const officerId = pick(people, wish.officer) ?? '';
  switch (wish.kind) {
    case 'goOn':
      return goOn(ledger, rarely, wish, now);
    case 'decideAnyhow':
      return decideAnyhow(ledger, wish, officerId);
    case 'recordAnyhow':
      return recordAnyhow(ledger, wish, officerId, now);
    case 'revise':
      return { type: 'reviseContent', officerId, content: nextContent(ledger, wish, officerId) };
    case 'rescind':
      return rescind(ledger, wish, officerId);
    case 'correct':
      return correct(ledger, wish, officerId, now);
    case 'ask':
      return ask(ledger, wish, officerId, now);
    case 'answer':
      return answer(ledger, wish, officerId, now);
    case 'say':
      return say(ledger, wish, officerId);
    case 'link':
    case 'unlink':
      return linkOrNot(wish, officerId);
    case 'addNote':
      return { type: 'addNote', officerId, agencyCode: agencyOf(ledger, wish), note: reason, documents: [] };
    case 'consult':
      return consult(ledger, wish, officerId);
    case 'endCase':
      return { type: 'endCase', officerId, outcome: 'withdrawn', reason };
    case 'reassign':
      return { type: 'reassign', officerId, responsibleOfficerId: officerId, reason };
    case 'openAgain':
      return {
        type: 'openCase',
        officerId,
        agencyCode: 'AHTD-ERBIL',
        content: ledger.content,
        reopens: null,
      };
    case 'recompute':
      return { type: 'recomputeClocks', calendar: 'IQ', calendarRevision: 1 };
    case 'keepClocks':
      return { type: 'timeReached', asOf: now };
    default:
      return { type: wish.kind, officerId, reason };
  }
}

function openSteps(ledger: Ledger): [string, ModelStep][] {
  return [...ledger.steps].filter(([, step]) => step.outcome === null);
}

/** What somebody who may would do with a step that is open; what happened happened now. */
function goOn(ledger: Ledger, rarely: readonly string[], wish: Wish, now: string): GivenCommand | null {
  const open = openSteps(ledger).filter(([, { step }]) => wish.which % 10 === 0 || !rarely.includes(step));
  const [key, step] = pick(open, wish.which) ?? [];
  if (!key || !step) return null;
  const kind = ledger.table[step.step]?.kind;
  const outcome = pick(step.outcomes, wish.outcome % 6 === 0 ? wish.outcome / 6 : 0) ?? '';
  if (kind === 'documentRequest') return null;
  if (kind === 'message') return send(ledger, wish, key, step);
  if (kind === 'question') return answerTo(wish, key, step.openedSeq);
  if (kind === 'fact') {
    const command = recordFact(ledger, step.step, outcome, { ...wish, agoMs: 0 }, now);
    return { ...command, visit: Number(key.split('#')[1]) } as GivenCommand;
  }
  const proposer = ledger.pending.get(key)?.officerId;
  const able = people.filter((person) => person !== proposer && !isExcluded(ledger, step.step, person));
  const unable = people.filter((person) => !able.includes(person));
  const officerId = pick(wish.isWrong ? unable : able, wish.officer);
  if (!officerId) return null;
  const actingForId = wish.substitute === null ? null : (pick(people, wish.substitute) ?? null);
  const { openedSeq } = step;
  const signed = { officerId, actingForId, reason, contentHash: ledger.content.hash };
  return { type: 'decide', step: { key, openedSeq }, outcome, ...signed };
}

function decideAnyhow(ledger: Ledger, wish: Wish, officerId: string): GivenCommand | null {
  const [key, step] = pick([...ledger.steps], wish.which) ?? [];
  if (!key || !step) return null;
  const outcomes = Object.values(ledger.table).flatMap((declared) => declared.outcomes);
  return {
    type: 'decide',
    step: { key, openedSeq: wish.isWrong ? step.openedSeq - 1 : step.openedSeq },
    outcome: pick(wish.outcome % 4 === 0 ? outcomes : step.outcomes, wish.outcome) ?? '',
    officerId,
    actingForId: wish.substitute === null ? null : (pick(people, wish.substitute) ?? null),
    reason: wish.agoMs === 1 ? null : reason,
    contentHash: wish.agoMs === -1 ? 'hash-0' : ledger.content.hash,
  };
}

function recordFact(ledger: Ledger, step: string, outcome: string, wish: Wish, now: string): GivenCommand {
  const mayBeSet = ledger.table[step]?.limitDate !== undefined && wish.substitute !== null;
  const fact = {
    occurredAt: ago(now, wish.agoMs),
    zone: 'Europe/Stockholm',
    outcome,
    codes: wish.officer % 2 === 0 ? ['speciality'] : [],
    limitDate: mayBeSet ? ago(now, -20 * dayMs).slice(0, 10) : null,
  };
  const isSigned = ledger.table[step]?.signedWith !== undefined;
  const signs = isSigned ? { signs: wish.outcome % 5 === 0 ? 'lists-2' : 'lists-1' } : {};
  return {
    type: 'recordFact',
    officerId: isSigned ? (pick(people, wish.officer) ?? '') : officers.ncb,
    step,
    fact: { ...fact, ...signs },
    details: null,
    proof: [document],
  };
}

function recordAnyhow(ledger: Ledger, wish: Wish, officerId: string, now: string): GivenCommand {
  const open = openSteps(ledger).map(([, { step }]) => step);
  const step = pick(wish.isWrong ? Object.keys(ledger.table) : open, wish.which) ?? '';
  const outcomes = ledger.table[step]?.outcomes ?? [];
  const command = recordFact(ledger, step, pick(outcomes, wish.outcome) ?? '', wish, now);
  return { ...command, officerId, ...(wish.officer % 5 === 0 ? { proof: [] } : {}) } as GivenCommand;
}

function nextContent({ content }: Ledger, wish: Wish, editorId: string): ContentSummary {
  const version = content.version + (wish.isWrong ? 2 : 1);
  return {
    ...content,
    ...{ version, hash: `hash-${version}`, editorId },
    findings: wish.outcome % 3 === 0 ? ['minor'] : [],
    blocking: wish.agoMs === -1 ? ['title'] : [],
    gaps: wish.which % 2 === 0 ? ['photograph'] : [],
    ...(content.alreadyHeld === undefined ? {} : { alreadyHeld: wish.which % 3 !== 0 }),
    ...(content.nationalOfRequestedState === undefined
      ? {}
      : { nationalOfRequestedState: wish.officer % 4 === 0 }),
    urgency: wish.which % 3 === 0 ? 'ordinary' : 'provisional-arrest-requested',
  };
}

/** What a step of one of the two sides is there to send, now and then by the other side or of an older content. */
function send(ledger: Ledger, wish: Wish, key: string, { openedSeq, agencyCode }: ModelStep): GivenCommand {
  const sender = wish.isWrong ? otherSide(ledger, agencyCode) : agencyCode;
  const contentHash = wish.which % 9 === 0 ? 'hash-0' : ledger.content.hash;
  const step = { key, openedSeq };
  return { ...message(wish, sender ?? ''), step, kind: null, contentHash, ...comesTo(ledger, wish, key) };
}

/** What a step that can end in several ways is said to come to. */
function comesTo({ table, steps, clocks }: Ledger, wish: Wish, key: string) {
  const open = steps.get(key);
  const { outcomes = [], codes, limitDate } = table[open?.step ?? ''] ?? {};
  if (outcomes.length < 2 && !codes && !limitDate) return {};
  const limit = [...clocks.values()].find(({ rule }) => rule === 'SET-BY-ASKING-SIDE');
  const more = (wish.outcome % 5 === 0 ? -1 : 9) * dayMs;
  const named =
    limitDate && wish.outcome % 7 !== 0 ? ago(limit?.dueAt ?? '2026-01-01T00:00:00Z', -more) : null;
  return {
    outcome: pick([...outcomes, ...(wish.which % 9 === 0 ? ['something-else'] : [])], wish.outcome) ?? '',
    ...(codes ? { codes: wish.which % 5 === 0 ? [] : [codes[0] ?? ''] } : {}),
    ...(named === null ? {} : { limitDate: named.slice(0, 10) }),
  };
}

function answerTo(wish: Wish, key: string, openedSeq: number): GivenCommand {
  return {
    type: 'answerQuestion',
    officerId: pick(people, wish.officer) ?? '',
    step: { key, openedSeq },
    outcome: wish.outcome % 5 === 0 ? 'refused' : 'answered',
    codes: wish.which % 7 === 0 ? [] : ['information-not-held'],
    note: wish.agoMs === -1 ? null : reason,
    documents: wish.which % 3 === 0 ? [] : [document],
  };
}

/** A question that was asked once, whatever has become of it. */
function anyQuestion(ledger: Ledger, wish: Wish): GivenCommand | null {
  const count = ledger.content.inquiry?.questions.length ?? 0;
  if (count === 0) return null;
  const key = `question#${(wish.which % (count + 1)) + 1}`;
  return answerTo(wish, key, ledger.steps.get(key)?.openedSeq ?? 0);
}

/** What one side says or asks when it likes. */
function say({ parties }: Ledger, wish: Wish, officerId: string): GivenCommand {
  const party = wish.which % 2 === 0 ? parties?.requesting : parties?.requested;
  const kind = wish.outcome % 2 === 0 ? 'question' : 'information';
  return { ...message(wish, party?.agencyCode ?? ''), officerId, kind, step: null, contentHash: null };
}

function message(wish: Wish, agencyCode: string) {
  const officerId = pick(people, wish.officer) ?? '';
  return { type: 'sendMessage', officerId, agencyCode, note: reason, documents: [] } as const;
}

/** Two other cases and the case itself, so that links are made twice, and taken back that are none. */
function linkOrNot(wish: Wish, officerId: string): GivenCommand {
  const to = pick(['case-1', 'case-2', 'case-3'], wish.which) ?? '';
  const kind = pick(linkKinds, wish.outcome) ?? 'same-act';
  if (wish.kind === 'unlink') return { type: 'unlinkCase', officerId, to, kind, reason };
  return { type: 'linkCase', officerId, to, kind, note: null };
}

function consult(ledger: Ledger, wish: Wish, officerId: string): GivenCommand {
  const role = pick(advisers, wish.outcome) ?? 'manager';
  return { type: 'askAdvice', officerId, agencyCode: agencyOf(ledger, wish), role, question: reason };
}

/** One of the two sides, and now and then neither. */
function agencyOf({ parties }: Ledger, wish: Wish): string {
  const party = wish.which % 2 === 0 ? parties?.requesting : parties?.requested;
  return (wish.isWrong ? undefined : party?.agencyCode) ?? 'NCB';
}

function otherSide({ parties }: Ledger, agencyCode: string | null): string | undefined {
  const { requesting, requested } = parties ?? {};
  return (requesting?.agencyCode === agencyCode ? requested : requesting)?.agencyCode;
}

function rescind(ledger: Ledger, wish: Wish, officerId: string): GivenCommand | null {
  const signed = [...ledger.steps].filter(([, step]) => step.outcome !== null);
  const [key, step] = pick(signed, wish.which) ?? [];
  if (!key || !step) return null;
  const signer = ledger.signatures.findLast((signature) => signature.key === key)?.officerId;
  const by = wish.isWrong ? officerId : (signer ?? officerId);
  return { type: 'rescind', officerId: by, step: { key, openedSeq: step.openedSeq }, reason };
}

function correct(ledger: Ledger, wish: Wish, officerId: string, now: string): GivenCommand | null {
  const [factKey, known] = pick([...ledger.facts], wish.which) ?? [];
  if (!factKey || !known) return null;
  const { causes, effects } = ledger.neighbours(factKey);
  const near = [known.fact, ...causes, ...effects].map((fact) => ago(fact.occurredAt, wish.agoMs));
  const occurredAt = pick([...near, ago(now, wish.agoMs)], wish.officer) ?? now;
  const outcome = wish.isWrong ? 'something-else' : known.fact.outcome;
  const isKept = ledger.table[known.step]?.limitDate === 'required' && wish.outcome % 3 !== 0;
  const limitDate = isKept ? known.fact.limitDate : null;
  const fact = { ...known.fact, occurredAt, outcome, limitDate };
  return { type: 'correctFact', officerId, factKey, fact, reason, details: null, proof: [] };
}

function ask(ledger: Ledger, wish: Wish, officerId: string, now: string): GivenCommand {
  const rounds = Object.keys(ledger.table).filter((step) => ledger.table[step]?.kind === 'documentRequest');
  const step = pick(wish.isWrong ? Object.keys(ledger.table) : rounds, wish.which) ?? '';
  const answerBy = ago(now, (wish.outcome % 5 === 0 ? 90 : -20) * dayMs).slice(0, 10);
  const occurredAt = ago(now, wish.agoMs);
  const request = { items: ['photograph', 'fingerprints'], answerBy, zone: 'UTC', occurredAt };
  return { type: 'requestDocuments', officerId, step, ...request, details: null, proof: [] };
}

function answer(ledger: Ledger, wish: Wish, officerId: string, now: string): GivenCommand | null {
  if (ledger.content.inquiry) return anyQuestion(ledger, wish);
  const [key, round] = pick([...ledger.rounds], -1 + ledger.rounds.size) ?? [];
  if (!key || !round) return null;
  const openedSeq = ledger.steps.get(key)?.openedSeq ?? 0;
  const item = wish.isWrong ? 'birth-certificate' : (pick(round.items, wish.outcome) ?? '');
  const items = [{ item, document }];
  return {
    type: 'provideDocuments',
    officerId,
    step: { key, openedSeq },
    items,
    occurredAt: ago(now, wish.agoMs),
  };
}
