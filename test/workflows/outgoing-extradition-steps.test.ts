import type { ContentSummary, EventBody } from '../../domain/case/events';
import { outgoingExtraditionSteps } from '../../domain/procedures/outgoing-extradition/steps';
import { outgoingExtraditionStepsOfVersion1 } from '../../domain/procedures/outgoing-extradition/version-1-steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import { voteOf } from './committee-votes';
import { firstVersion, OutgoingCase, type OutgoingOptions, regional } from './outgoing-case';
import { baghdad, officerOf } from './transfer-case';
import {
  adviceIn,
  collect,
  collectOpened,
  itDeclares,
  type Move,
  movesOf,
  type Transitions,
  walk,
} from './walk';

const steps: Readonly<Record<string, StepDeclaration>> = outgoingExtraditionSteps;
const stepOf = ({ key }: Move) => key.replace(/#.*/, '');

/** A way on, and the codes that a fact carries. */
interface OutgoingMove extends Move {
  readonly codes?: readonly string[];
}

function take(item: OutgoingCase, { key, outcome, codes = [] }: OutgoingMove): EventBody[] {
  return item.do(key, outcome, { codes });
}

function fork(item: OutgoingCase): OutgoingCase {
  const other = new OutgoingCase(item.options, item.now);
  other.state = item.state;
  return other;
}

/** What goes on beside the course: one after another, and what comes again at most once more. */
const beside = [
  ...['consular-access', 'continued-detention', 'supplementary-information', 'status-query', 'property'],
  ...[
    'reasons-told',
    'counsel',
    'interpreter',
    'family-informed',
    'consular-notice',
    'further-consent-request',
    'further-consent',
    'final-discharge',
    'deduction',
  ],
];

function movesOfCourse(item: OutgoingCase): OutgoingMove[] {
  const moves = movesOf(item).filter((move) => !steps[stepOf(move)]?.aside && !isAgain(move));
  const [next] = beside.filter((step) => moves.some((move) => stepOf(move) === step));
  return moves.filter((move) => !beside.includes(stepOf(move)) || stepOf(move) === next).flatMap(withCodes);
}

const often = ['supplementary-information', 'status-query', 'further-consent-request', 'consent'];

/** Third rounds show nothing that second ones did not. */
function isAgain({ key }: Move): boolean {
  const visit = Number(key.split('#')[1]);
  return visit > 2 || (visit > 1 && often.includes(key.replace(/#.*/, '')));
}

function withCodes(move: Move): OutgoingMove[] {
  switch (`${stepOf(move)} ${move.outcome}`) {
    case 'decision granted':
      return [move, { ...move, codes: ['speciality'] }];
    case 'escort-order ordered':
      return [move, { ...move, codes: ['JO', 'TR'] }];
    case 'transit-consent given':
      return [
        { ...move, codes: ['JO'] },
        { ...move, codes: ['TR'] },
      ];
    default:
      return [move];
  }
}

interface Start {
  readonly options?: OutgoingOptions;
  readonly opening?: Partial<ContentSummary>;
  readonly path?: readonly string[];
}

function begun({ options = {}, opening = {}, path = [] }: Start, seen: Transitions): OutgoingCase {
  const item = new OutgoingCase(options);
  collect(item.open(opening), seen);
  for (const entry of path) collect(item.go(entry), seen);
  return item;
}

function walkFrom(start: Start, seen: Transitions): void {
  walk(begun(start, seen), { fork, movesOf: movesOfCourse, take }, seen);
}

/** Findings that an edit brings in, and refusals, when the arrest has been asked for already. */
function stoppedAfterTheArrestWasAsked(seen: Transitions): void {
  const asked = ['urgent-approval', 'provisional-arrest-request'];
  const item = begun({ path: asked }, seen);
  edit(item, ['minor']);
  collect(item.go('person-checks stop'), seen);
  const sent = { options: { parties: regional } };
  const path = ['regional-approval', 'regional-transmission', 'regional-receipt', ...asked];
  const region = begun({ ...sent, path }, seen);
  edit(region, []);
  collect(region.go('regional-approval refused'), seen);
}

function edit(item: OutgoingCase, findings: readonly string[]): void {
  const { content } = item.current;
  const version = content.version + 1;
  const officerId = content.editorId;
  const next = { ...content, version, hash: `hash-${version}`, findings };
  item.take({ type: 'reviseContent', officerId, content: next });
}

/** The steps that a limit opens when it passes: they follow from time and not from a step. Each is answered. */
function expirySteps(options: OutgoingOptions, opened: Set<string>, seen: Transitions, answer: number): void {
  const item = begun({ options, path: ['urgent-approval', 'provisional-arrest-request'] }, seen);
  const letPass = (days: number) => {
    const until = new Date(Date.parse(item.now) + days * 86_400_000).toISOString();
    collectOpened(item.passTimeUntil(until), opened);
    for (const key of item.openSteps()) {
      const { kind, outcomes } = item.current.steps[key] ?? { kind: 'fact', outcomes: [] };
      const outcome = outcomes[answer % outcomes.length] ?? '';
      if (kind === 'expiry') collect(item.do(key, outcome), seen);
    }
  };
  item.go('provisional-arrest');
  letPass(45);
  item.go(...item.pathToReceipt, 'opinion', 'judgment', 'decision granted', 'notice-of-decision');
  letPass(40);
  if (item.current.procedureVersion > 1) item.go('escort-order');
  item.go('surrender', 'arrival');
  letPass(3);
}

const federalLevels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'];

/** A request that the committee is asked about; `votes` for and against, where they are given. */
function putToTheCommittee(
  start: Start,
  votes: readonly [number, number] | null,
  seen: Transitions,
): OutgoingCase {
  const { opening = {}, path = [] } = start;
  const item = begun({ opening: { ...opening, committee: true }, path: [...path, ...federalLevels] }, seen);
  if (votes === null) return item;
  collect(item.go('committee-invitation invited'), seen);
  collect(voteOf(item, ...votes), seen);
  return item;
}

/** What the committee may say of a request, with and without an arrest that was asked for before. */
function committee(start: Start, seen: Transitions): void {
  const say = (votes: readonly [number, number] | null, ...path: readonly string[]) => {
    const item = putToTheCommittee(start, votes, seen);
    for (const entry of path) collect(item.go(entry), seen);
    return item;
  };
  say(null, 'committee-invitation withdrawn');
  say([20, 3], 'committee-minutes');
  say([3, 20], 'committee-minutes');
  say([6, 6], 'chair-decision adopted', 'committee-minutes');
  say([6, 6], 'chair-decision not-adopted', 'committee-minutes');
  say([1, 0], 'no-quorum-follow-up new-ballot');
  say([1, 0], 'no-quorum-follow-up no-new-ballot', 'committee-minutes');
}

/** A text that is edited when the committee has voted on it is signed and voted on anew. */
function votedAnew(seen: Transitions): void {
  const item = putToTheCommittee({ opening: { urgency: 'ordinary' } }, [20, 3], seen);
  item.go('committee-minutes');
  edit(item, []);
  for (const step of federalLevels) collect(item.go(step), seen);
}

/** More time for an answer, and once more. */
function extensions(seen: Transitions): void {
  const item = begun({ opening: { urgency: 'ordinary' } }, seen);
  item.go(...item.pathToReceipt);
  item.ask();
  for (const _ of ['once', 'again']) collect(item.go('answer-date-extended'), seen);
}

function messages(item: OutgoingCase, seen: Transitions): void {
  item.take({
    type: 'sendMessage',
    officerId: officerOf('liaison', baghdad.agencyCode),
    agencyCode: baghdad.agencyCode,
    step: null,
    kind: 'question',
    note: { id: 'note-1', hash: 'hash' },
    documents: [],
    contentHash: null,
  });
  for (const step of ['answer', 'message-receipt', 'message-receipt']) collect(item.go(step), seen);
}

/** What either side asks, tells or corrects at any moment. */
function aside(options: OutgoingOptions, seen: Transitions): void {
  const sent = options.parties ? ['regional-approval', 'regional-transmission', 'regional-receipt'] : [];
  const item = begun({ options, path: [...sent, 'legal-review'] }, seen);
  if (options.parties) messages(item, seen);
  item.go('urgent-approval', 'provisional-arrest-request');
  const factKey = 'provisional-arrest-request#1';
  const fact = item.current.steps[factKey]?.fact;
  if (!fact) throw new Error('no fact to correct');
  for (const outcome of ['confirmed', 'rejected']) {
    const reason = { id: 'note-1', hash: 'hash' };
    const common = { officerId: officerOf('ncb-liaison', null), reason, details: null, proof: [] };
    item.take({
      type: 'correctFact',
      factKey,
      fact: { ...fact, occurredAt: '2026-02-20T05:00:00.000Z' },
      ...common,
    });
    collect(item.go(`fact-correction ${outcome}`), seen);
  }
}

const rights = ['reasons-told', 'counsel', 'interpreter', 'family-informed', 'consular-notice'];
const ordinary = { urgency: 'ordinary' } as const;
const unchecked = { gaps: ['photograph'], findings: ['minor'] };

/** The whole course from the opening, checked and not, and each limit that passes. */
function everyWay(options: OutgoingOptions, opened: Set<string>, seen: Transitions): void {
  for (const opening of [ordinary, unchecked]) walkFrom({ options, opening }, seen);
  for (const answer of [0, 1, 2]) expirySteps(options, opened, seen, answer);
}

describe('the declared steps of the outgoing extradition and its code', () => {
  const seen: Transitions = new Set();
  const opened = new Set<string>();
  const received = new OutgoingCase().pathToReceipt;
  const granted = [...received, 'opinion', 'judgment', 'decision granted speciality'];
  const arrested = ['urgent-approval', 'provisional-arrest-request', 'provisional-arrest'];

  everyWay({}, opened, seen);
  walkFrom({ opening: { ...ordinary, requestedState: 'JO' }, path: received }, seen);
  walkFrom({ options: { parties: regional }, opening: { gaps: ['photograph'] } }, seen);
  walkFrom({ opening: { requestedState: 'JO' }, path: arrested }, seen);
  walkFrom({ path: [...arrested, ...granted] }, seen);
  stoppedAfterTheArrestWasAsked(seen);
  extensions(seen);
  committee({ opening: ordinary }, seen);
  committee({ path: arrested.slice(0, 2) }, seen);
  votedAnew(seen);
  begun({ path: [...arrested.slice(0, 2), ...received, 'provisional-arrest refused'] }, seen);
  const here = [
    'notice-of-decision',
    'conditions-review',
    'escort-order',
    'surrender',
    'arrival',
    'before-judge',
  ];
  // Whichever right is seen to last lets the case end.
  const foreigner = { ...ordinary, foreignNational: true };
  for (const right of rights) {
    const others = rights.filter((other) => other !== right);
    for (const outcome of steps[right]?.outcomes ?? []) {
      const last = ['speciality-watch', ...others, `${right} ${outcome}`];
      begun({ opening: foreigner, path: [...granted, ...here, ...last] }, seen);
    }
  }
  aside({ parties: regional }, seen);
  adviceIn(begun({ opening: ordinary }, seen), seen);

  itDeclares(steps, seen, opened);
});

describe('the declared steps of its first version and their code', () => {
  const options = { procedure: firstVersion };
  const seen: Transitions = new Set();
  const opened = new Set<string>();
  const asked = ['urgent-approval', 'provisional-arrest-request'];

  everyWay(options, opened, seen);
  const stopped = begun({ options, path: asked }, seen);
  edit(stopped, ['minor']);
  collect(stopped.go('person-checks stop'), seen);
  aside(options, seen);
  adviceIn(begun({ options, opening: ordinary }, seen), seen);

  itDeclares(outgoingExtraditionStepsOfVersion1, seen, opened);
});
