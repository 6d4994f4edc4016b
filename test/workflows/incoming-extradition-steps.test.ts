import { custodySteps } from '../../domain/procedures/custody/steps';
import { paperSteps } from '../../domain/procedures/incoming-extradition/paper-steps';
import { incomingExtraditionSteps } from '../../domain/procedures/incoming-extradition/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import { IncomingCase, owed, toTheCourt, toTheGrant, toTheSurrender } from './incoming-case';
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

const steps: Readonly<Record<string, StepDeclaration>> = incomingExtraditionSteps;
const heldSince = '2026-04-07T07:00:00.000Z';
const iraqi = { nationalOfRequestedState: true };
const nothing = { arrested: [], ready: [], free: [], freeAtOnce: [], notHeld: [], releases: [] };
const sideBySide = Object.keys(custodySteps(nothing));

const stepOf = ({ key }: Move) => key.replace(/#.*/, '');
const isAside = (move: Move) => steps[stepOf(move)]?.aside === true;
const take = (item: IncomingCase, { key, outcome }: Move) => item.do(key, outcome);

function fork(item: IncomingCase): IncomingCase {
  const other = new IncomingCase(item.now);
  other.state = item.state;
  return other;
}

/** Everything but what goes on beside each other in custody. */
function movesOfPapers(item: IncomingCase): Move[] {
  return movesOf(item).filter((move) => !isAside(move) && !sideBySide.includes(stepOf(move)));
}

/** Of what goes on side by side one after another is done, and at most one is left for the end. */
function movesOfCustody(item: IncomingCase): Move[] {
  const moves = movesOf(item).filter((move) => !isAside(move) && !(stepOf(move) in paperSteps));
  const open = owed.filter((step) => moves.some((move) => stepOf(move) === step)).slice(0, 2);
  return moves.filter((move) => !owed.includes(stepOf(move)) || open.includes(stepOf(move)));
}

const seen: Transitions = new Set();
const opened = new Set<string>();

function begun(changes: object, path: readonly string[] = []): IncomingCase {
  const item = new IncomingCase();
  collect(item.open(changes), seen);
  return go(item, ...path);
}

function go(item: IncomingCase, ...path: readonly string[]): IncomingCase {
  for (const entry of path) collect(item.go(entry), seen);
  return item;
}

/** The papers of somebody at large and of somebody who is held, with whatever has to be looked at. */
function papers(): void {
  const gaps = ['photograph'];
  begun({ gaps });
  const starts = [
    begun({ findings: ['minor'], requestingState: 'SA' }),
    begun({ concurrent: true, requestingState: 'SA' }),
    begun({ findings: ['minor'], concurrent: true, gaps, heldSince }, owed),
  ];
  for (const start of starts) {
    walk(start, { fork, movesOf: movesOfPapers, take }, seen);
  }
}

/** Custody that leads to the surrender, before and after it was granted. */
function custody(): void {
  const granted = begun({}, [...toTheGrant, 'domestic-warrant']);
  const refused = begun({ heldSince, requestingState: 'SE' }, [...toTheCourt, 'court-decision refused']);
  for (const start of [granted, begun({ heldSince }), refused]) {
    walk(start, { fork, movesOf: movesOfCustody, take }, seen);
  }
}

/** An Iraqi, held or not, of a State that must be heard first or not; and one who is said to be none any more. */
function nationality(): void {
  const gaps = ['photograph'];
  const openings = [
    begun({ ...iraqi, requestingState: 'SE' }),
    begun({ ...iraqi, requestingState: 'SE', gaps, heldSince }, owed),
    begun({ ...iraqi, requestingState: 'SA', gaps }),
    begun({ ...iraqi, requestingState: 'SA', heldSince }, owed),
  ];
  const noMore = openings.slice(-2).map((item) => {
    const other = fork(item);
    other.edit({ nationalOfRequestedState: false });
    return other;
  });
  const withWarrant = begun({}, ['receipt', 'domestic-warrant']);
  withWarrant.edit(iraqi);
  const looked = fork(withWarrant);
  looked.edit({ nationalOfRequestedState: false });
  for (const start of [...openings, ...noMore, withWarrant, looked]) {
    walk(start, { fork, movesOf: movesOfPapers, take }, seen);
  }
}

/** The steps that a limit opens when it passes: they follow from time and not from a step. Each is answered. */
function expirySteps(answer: number): void {
  const item = begun({ heldSince });
  const letPass = (days: number) => {
    collectOpened(item.passHours(days * 24 + 1), opened);
    for (const key of item.openSteps()) {
      const { kind, outcomes } = item.current.steps[key] ?? { kind: 'fact', outcomes: [] };
      if (kind === 'expiry') collect(item.do(key, outcomes[answer % outcomes.length] ?? ''), seen);
    }
  };
  letPass(2);
  go(item, ...owed.filter((step) => step !== 'detention-order'));
  letPass(16);
  go(item, 'detention-order');
  letPass(61);
  letPass(120);
  go(item, ...toTheGrant, 'readiness-notice', 'property');
  letPass(62);
}

/** A correction is proposed at any moment, and answered by a second person. */
function corrections(): void {
  for (const outcome of ['confirmed', 'rejected']) {
    const item = begun({ heldSince });
    const fact = item.current.steps['arrest#1']?.fact;
    if (!fact) throw new Error('nobody was arrested');
    item.take({
      type: 'correctFact',
      officerId: 'officer-1',
      factKey: 'arrest#1',
      fact: { ...fact, occurredAt: '2026-04-07T06:00:00.000Z' },
      reason: { id: 'note-1', hash: 'hash' },
      details: null,
      proof: [],
    });
    go(item, `fact-correction ${outcome}`);
  }
}

describe('the declared steps of the incoming extradition and its code', () => {
  papers();
  custody();
  nationality();
  for (const answer of [0, 1, 2]) expirySteps(answer);
  corrections();
  adviceIn(begun({}), seen);
  go(begun({ heldSince }), ...toTheGrant, ...owed, ...toTheSurrender, 'surrender-report');

  itDeclares(steps, seen, opened);
});
