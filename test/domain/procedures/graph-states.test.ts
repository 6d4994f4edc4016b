import { procedureGraph } from '../../../domain/procedures/graph';
import { nodeStates, progressOf, type StepOpening } from '../../../domain/procedures/graph-states';
import type { StepDeclaration, StepTable } from '../../../domain/procedures/step';
import fc from '../../support/fast-check';

const step = (next: StepDeclaration['next'], kind: StepDeclaration['kind'] = 'fact'): StepDeclaration => ({
  kind,
  queue: 'todo',
  role: 'manager',
  outcomes: Object.keys(next),
  source: 'made up',
  next,
});

/** ask -> (yes) go -> (again) ask or (over) end; ask -> (no) explain -> end. */
const table: StepTable = {
  ask: step({ yes: ['go'], no: ['explain'] }),
  go: step({ again: ['ask'], over: ['end'] }),
  explain: step({ done: ['end'] }),
  late: step({ noted: [] }, 'expiry'),
};
const graph = procedureGraph(table);

const minute = (count: number) => new Date(Date.UTC(2026, 2, 1, 0, count)).toISOString();

/** The opening of a visit such as 'ask#1' in a minute, closed in a later one with an outcome. */
function opening(
  key: string,
  opened: number,
  closed: number | null = null,
  more: Partial<StepOpening> = {},
): StepOpening {
  const [name = ''] = key.split('#');
  return {
    key,
    step: name,
    openedSeq: opened,
    status: closed === null ? 'open' : 'done',
    outcomes: table[name]?.outcomes ?? [],
    outcome: null,
    openedAt: minute(opened),
    closedAt: closed === null ? null : minute(closed),
    dueAt: null,
    ...more,
  };
}

function statesOf(openings: readonly StepOpening[], closedAt: string | null = null) {
  const { nodes } = progressOf(graph, openings, closedAt);
  return Object.fromEntries([...nodes].map(([name, { state }]) => [name, state]));
}

function takenOf(openings: readonly StepOpening[], closedAt: string | null = null) {
  const { taken } = progressOf(graph, openings, closedAt);
  return graph.edges.filter(taken).map(({ from, outcome, to }) => `${from} ${outcome} ${to}`);
}

const yes = { outcome: 'yes' };
const no = { outcome: 'no' };

describe('the state of a step', () => {
  it('is open where the case stands, and to come where a way leads from there', () => {
    expect(statesOf([opening('ask#1', 1)])).toEqual({
      start: 'done',
      ask: 'open',
      go: 'to-come',
      explain: 'to-come',
      late: 'to-come',
      end: 'to-come',
    });
  });

  it('is skipped where no way leads from what is open any more', () => {
    const openings = [opening('ask#1', 1, 2, no), opening('explain#1', 2)];
    expect(statesOf(openings)).toMatchObject({ ask: 'done', go: 'skipped', explain: 'open' });
  });

  it('is to come when a way back leads to it, and done stays what was done', () => {
    const openings = [opening('ask#1', 1, 2, yes), opening('go#1', 2)];
    expect(statesOf(openings)).toMatchObject({ ask: 'done', go: 'open', explain: 'to-come' });
  });

  it('follows an open step only by the outcomes that it can still have', () => {
    expect(statesOf([opening('ask#1', 1, null, { outcomes: ['no'] })])).toMatchObject({ go: 'skipped' });
  });

  it('is of the latest visit, and the visits are counted', () => {
    const again = { outcome: 'again' };
    const openings = [opening('ask#1', 1, 2, yes), opening('go#1', 2, 3, again), opening('ask#2', 3, 4, no)];
    const { nodes } = progressOf(graph, openings, null);
    expect(nodes.get('ask')).toMatchObject({
      state: 'done',
      visits: 2,
      latest: { key: 'ask#2', outcome: 'no' },
    });
  });

  it('of several open visits shows the one that is due first', () => {
    const openings = [
      opening('late#1', 1, null, { dueAt: minute(90) }),
      opening('late#2', 2, null, { dueAt: minute(30) }),
      opening('late#3', 3),
    ];
    const { nodes } = progressOf(graph, openings, null);
    expect(nodes.get('late')).toMatchObject({ state: 'open', visits: 3, latest: { key: 'late#2' } });
  });

  it('is as if it had not been come to when the visit was withdrawn', () => {
    const withdrawn = opening('go#1', 2, 3, { status: 'cancelled' });
    expect(statesOf([opening('ask#1', 1), withdrawn])).toMatchObject({ go: 'to-come' });
    expect(statesOf([withdrawn, opening('explain#1', 3)])).toMatchObject({ go: 'skipped' });
    const { nodes } = progressOf(graph, [withdrawn], null);
    expect(nodes.get('go')).toEqual({ state: 'skipped', visits: 0, latest: null });
  });

  it('that was done once stays done when a further visit is withdrawn', () => {
    const openings = [opening('ask#1', 1, 2, yes), opening('ask#2', 3, 4, { status: 'cancelled' })];
    expect(statesOf(openings)).toMatchObject({ ask: 'done' });
  });

  it('that was reopened is open again, and withdrawn after that it is not done', () => {
    const first = opening('ask#1', 1, 2, yes);
    expect(statesOf([opening('ask#1', 3), first])).toMatchObject({ ask: 'open' });
    expect(statesOf([opening('ask#1', 3, 4, { status: 'cancelled' }), first])).toMatchObject({
      ask: 'skipped',
    });
  });

  it('is done or skipped in a closed case, and nothing else', () => {
    const openings = [opening('ask#1', 1, 2, no), opening('explain#1', 2, 3, { outcome: 'done' })];
    expect(statesOf(openings, minute(3))).toEqual({
      start: 'done',
      ask: 'done',
      go: 'skipped',
      explain: 'done',
      late: 'skipped',
      end: 'done',
    });
  });

  it('is one of the four whatever the register holds, in any order of its rows', () => {
    const row = fc.record({
      step: fc.constantFrom('ask', 'go', 'explain', 'late', 'not-declared-any-more'),
      visit: fc.integer({ min: 1, max: 3 }),
      opened: fc.integer({ min: 1, max: 50 }),
      status: fc.constantFrom('open', 'done', 'cancelled'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ opened }) => opened }),
        fc.boolean(),
        (rows, isClosed) => {
          const openings = rows.map(({ step: name, visit, opened, status }) =>
            opening(`${name}#${visit}`, opened, status === 'open' ? null : opened + 1, { status }),
          );
          const closedAt = isClosed ? minute(60) : null;
          const states = statesOf(openings, closedAt);
          expect(nodeStates).toEqual(expect.arrayContaining(Object.values(states)));
          expect(Object.keys(states).sort()).toEqual(['ask', 'end', 'explain', 'go', 'late', 'start']);
          expect(statesOf([...openings].reverse(), closedAt)).toEqual(states);
        },
      ),
    );
  });
});

describe('a way', () => {
  it('was taken when the next step opened in the moment in which the one before closed', () => {
    const openings = [opening('ask#1', 1, 2, yes), opening('go#1', 2)];
    expect(takenOf(openings)).toEqual(['start null ask', 'ask yes go']);
  });

  it('leads to the end when the case closed with the step', () => {
    const openings = [opening('ask#1', 1, 2, no), opening('explain#1', 2, 3, { outcome: 'done' })];
    expect(takenOf(openings, minute(3))).toEqual(['start null ask', 'ask no explain', 'explain done end']);
    expect(takenOf(openings)).not.toContain('explain done end');
  });

  it('was not taken by another outcome, or by a step that opened at another time', () => {
    expect(takenOf([opening('ask#1', 1, 2, no), opening('go#1', 2)])).toEqual(['start null ask']);
    expect(takenOf([opening('ask#1', 1, 2, yes), opening('go#1', 5)])).toEqual(['start null ask']);
  });
});
