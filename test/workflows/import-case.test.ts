import type { CaseState } from '../../domain/case/state';
import type { StepDeclaration, StepTable } from '../../domain/procedures/step';
import { nextThreshold } from '../../workflows/case-workflow/keep-clocks';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { importPositions, type Position, type PositionItem } from '../support/import-positions';
import { imported, pastItemOf, rehearsed } from './imported-case';
import { InMemoryCase, officers } from './in-memory-case';

const now = '2026-06-20T10:00:00.000Z';
const positions = Object.entries(importPositions(new Date(now)));

const steps: StepTable = outgoingExtraditionProcedure.steps;

const holders: Readonly<Record<string, string>> = {
  'legal-reviewer': officers.legal,
  'directorate-approver': officers.directorate,
  'judicial-council-approver': officers.council,
  'foreign-ministry-approver': officers.foreign,
  manager: officers.manager,
};

const importOf = ({ urgency, past }: Position) => imported(urgency, past.map(pastItemOf), now);

/** The same case as if it had been kept here from its first day, each thing recorded when it happened. */
function lived({ urgency, past }: Position): InMemoryCase {
  const item = new InMemoryCase(outgoingExtraditionProcedure, '2026-03-01T00:00:00.000Z');
  item.open({ urgency });
  for (const happened of past) {
    item.passTimeUntil(timeOf(happened));
    take(item, happened);
  }
  item.passTimeUntil(now);
  return item;
}

function timeOf(item: PositionItem): string {
  if (item.kind === 'sign-off') return item.decidedAt;
  if (item.kind === 'answer') return item.occurredAt;
  return item.kind === 'fact' ? item.fact.occurredAt : item.request.occurredAt;
}

function take(item: InMemoryCase, happened: PositionItem): void {
  const past = pastItemOf(happened);
  if (past.kind === 'sign-off') {
    const open = item.openSteps().find((key) => key.startsWith(`${past.step}#`)) ?? '';
    const { role } = steps[past.step] as StepDeclaration;
    item.decide(open, past.outcome, holders[role] ?? '', { reasonId: 'note-1' });
    return;
  }
  const officerId = officers.liaison;
  if (past.kind === 'fact') item.take({ type: 'recordFact', officerId, ...past });
  if (past.kind === 'request') item.take({ type: 'requestDocuments', officerId, ...past });
  if (past.kind === 'answer') {
    const key = item.openSteps().find((candidate) => candidate.startsWith(`${past.step}#`)) ?? '';
    const step = { key, openedSeq: item.current.steps[key]?.openedSeq ?? -1 };
    item.take({ ...past, type: 'provideDocuments', officerId, step });
  }
}

/** What of a case does not depend on when it was recorded. */
function standing(state: CaseState) {
  const { status, outcome, custody, steps, clocks } = state;
  return {
    status,
    outcome,
    custody,
    open: Object.keys(steps).filter((key) => steps[key]?.outcome === null),
    outcomes: Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, step.outcome])),
    limits: Object.entries(clocks)
      .filter(([, clock]) => clock.start.owner === undefined)
      .map(([key, { status: how, settled, terms }]) => [key, how, settled, terms?.dueAt])
      .sort(),
  };
}

describe('an imported case', () => {
  it.each(positions)('%s: has its open steps', (_name, position) => {
    expect(importOf(position).openSteps()).toEqual(position.openSteps);
  });

  it.each(positions)('%s: stands where it would if it had been kept here all the time', (_name, position) => {
    const [here, there] = [standing(importOf(position).current), standing(lived(position).current)];
    for (const part of [here, there]) part.open.sort();
    expect(here).toEqual(there);
  });

  it.each(positions)('%s: is what the rehearsal says', (_name, position) => {
    const { state } = rehearsed(position.urgency, position.past.map(pastItemOf), now);
    expect(importOf(position).current).toEqual(state);
  });

  it.each(positions)('%s: leaves the clock keeper nothing to do at once', (_name, position) => {
    const next = nextThreshold(importOf(position).current);
    expect(next === null || next > Date.parse(now)).toBe(true);
  });

  it('is bound to the law of the day on which its past begins', () => {
    const [, position] = positions.find(([name]) => name === 'received in time') ?? [];
    if (!position) throw new Error('no such position');
    const first = position.past.map(timeOf).sort()[0];
    expect(importOf(position).current.law?.on).toBe(first?.slice(0, 10));
  });
});

describe('a sign-off from before', () => {
  const middle = positions.find(([name]) => name === 'in the middle of the approvals')?.[1] as Position;

  it('is no decision of an officer, and cannot be taken back by one', () => {
    const item = importOf(middle);
    expect(item.current.decisions).toEqual([]);
    expect(item.events.filter(({ type }) => type === 'signOffImported')).toHaveLength(2);
    const step = { key: 'assurances#1', openedSeq: item.current.steps['assurances#1']?.openedSeq ?? -1 };
    const rescind = { type: 'rescind', officerId: officers.manager, step } as const;
    expect(() => item.take({ ...rescind, reason: { id: 'n', hash: 'h' } })).toThrow('not-your-decision');
  });

  it('is opened again by an edit of the content, and then signed here under four eyes', () => {
    const item = importOf(middle);
    const content = { ...item.current.content, id: 'content-2', version: 2, hash: 'hash-2' };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    expect(item.openSteps()).toEqual(['legal-review#1']);
    expect(() => item.decide('legal-review#1', 'approved', officers.manager)).toThrow('four-eyes');
    item.decide('legal-review#1', 'approved', officers.legal);
    expect(item.openSteps()).toEqual(['assurances#1']);
  });

  it('stands when its case was acted on: what has been transmitted is not signed anew', () => {
    const [, position] = positions.find(([name]) => name === 'to be taken over abroad') ?? [];
    const item = importOf(position as Position);
    const content = { ...item.current.content, id: 'content-2', version: 2, hash: 'hash-2' };
    expect(() => item.take({ type: 'reviseContent', officerId: officers.liaison, content })).toThrow(
      'content-signed-out',
    );
  });
});

describe('a fact from before', () => {
  const named = (name: string) => {
    const [, position] = positions.find(([candidate]) => candidate === name) ?? [];
    return importOf(position as Position);
  };

  it('is put right like any other: by two persons, with its limits computed anew', () => {
    const item = named('in provisional custody, its limit passed');
    const factKey = 'provisional-arrest#1';
    const fact = item.current.steps[factKey]?.fact;
    if (!fact) throw new Error('no fact');
    const right = { ...fact, occurredAt: '2026-06-01T10:00:00.000Z' };
    const reason = { id: 'note-2', hash: 'hash' };
    item.take({
      type: 'correctFact',
      officerId: officers.ncb,
      factKey,
      fact: right,
      reason,
      details: null,
      proof: [],
    });
    item.decide('fact-correction#1', 'confirmed', officers.manager);
    expect(item.openSteps()).toEqual(['consular-access#1', 'legal-review#1', 'release-abroad#1']);
    expect(item.current.clocks['SWE23-40:provisional-arrest#1']?.status).toBe('running');
  });

  it('keeps its limits alive: what passes after the import opens what the law does then', () => {
    const item = named('in provisional custody, with warnings that are past');
    item.passTimeUntil('2026-07-01T00:00:00.000Z');
    expect(item.openSteps()).toContain('release-expected#1');
  });
});
