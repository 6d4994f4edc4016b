import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseState, PendingCorrection } from '../../../domain/case/state';
import { compareStates } from '../../../services/reconcile/compare-states';

const recorded: CaseState = JSON.parse(
  readFileSync(join(__dirname, '../../histories/outgoing-extradition-v1.state.json'), 'utf8'),
).state;
const clock = Object.keys(recorded.clocks).find((key) => recorded.clocks[key]?.terms?.class === 'B') ?? '';

const correction: PendingCorrection = {
  factKey: 'provisional-arrest#1',
  officerId: recorded.creatorId,
  fact: {
    occurredAt: '2026-03-04T22:30:00.000Z',
    zone: 'Europe/Stockholm',
    outcome: 'arrested',
    codes: [],
    limitDate: null,
  },
  details: null,
  proof: [{ id: recorded.content.id, sha256: '0'.repeat(64) }],
};

/** A recorded state, with everything else that a state can hold. */
const state: CaseState = {
  ...recorded,
  suspended: true,
  ending: 'withdrawn',
  corrections: { 'fact-correction#1': correction },
};

type Path = readonly string[];

/** The paths of all that is no record and no list. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

/** The same with another value at the path, or without it where `value` is undefined. */
function altered<T>(whole: T, [name, ...rest]: Path, value: unknown): T {
  if (name === undefined) return value as T;
  const record = whole as Readonly<Record<string, unknown>>;
  const inner = altered(record[name], rest, value);
  if (Array.isArray(whole)) return whole.map((entry, at) => (String(at) === name ? inner : entry)) as T;
  const { [name]: _old, ...others } = record;
  return (inner === undefined ? others : { ...record, [name]: inner }) as T;
}

describe('two states', () => {
  it('agree when they are equal, whatever the order of their members', () => {
    const reversed = Object.fromEntries(Object.entries(state).reverse()) as unknown as CaseState;
    expect(compareStates(reversed, state)).toEqual([]);
  });

  it('disagree in whatever differs, and that alone is named', () => {
    const paths = leaves(state);
    expect(paths.length).toBeGreaterThan(300);
    const unseen = paths.filter((path) => {
      const [name = 'nothing', ...more] = compareStates(altered(state, path, 'invented'), state);
      return more.length > 0 || !`${path.join('.')}.`.startsWith(`${name}.`);
    });
    expect(unseen).toEqual([]);
  });

  it.each<[string, Path, unknown, string]>([
    ['a clock’s due date', ['clocks', clock, 'terms', 'dueAt'], 'later', `clocks.${clock}.terms`],
    ['a clock that was dealt with', ['clocks', clock, 'settled'], true, `clocks.${clock}.settled`],
    ['a reminder that was given', ['clocks', clock, 'passed'], ['7-days'], `clocks.${clock}.passed`],
    [
      'who proposed a correction',
      ['corrections', 'fact-correction#1', 'officerId'],
      'x',
      'corrections.fact-correction#1.officerId',
    ],
    [
      'the end of a custody',
      ['custody', 'provisional-arrest', 'endedAt'],
      'x',
      'custody.provisional-arrest.endedAt',
    ],
    [
      'why a custody ended',
      ['custody', 'provisional-arrest', 'endReason'],
      'x',
      'custody.provisional-arrest.endReason',
    ],
    ['a case that rests', ['suspended'], false, 'suspended'],
    ['a case that is to end', ['ending'], null, 'ending'],
    ['a decision more', ['decisions'], [...state.decisions, state.decisions[0]], 'decisions'],
  ])('disagree in %s', (_what, path, value, name) => {
    expect(compareStates(altered(state, path, value), state)).toEqual([name]);
  });

  it.each(['steps', 'clocks', 'custody', 'corrections'] as const)(
    'disagree in an entry of the %s that only one of them has',
    (name) => {
      const [key = ''] = Object.keys(state[name]);
      const without = altered(state, [name, key], undefined);
      expect(compareStates(without, state)).toEqual([`${name}.${key}`]);
      expect(compareStates(state, without)).toEqual([`${name}.${key}`]);
      expect(compareStates(altered(state, [name], undefined), state)).toContain(`${name}.${key}`);
    },
  );
});

describe('a state that an older release carried on', () => {
  const older = ['suspended', 'ending', 'corrections'].reduce(
    (whole, name) => altered(whole, [name], undefined),
    recorded,
  );

  it('may lack what says nothing', () => {
    expect(compareStates(older, recorded)).toEqual([]);
    const lacking = altered(recorded, ['clocks', clock, 'settled'], undefined);
    expect(compareStates(lacking, recorded)).toEqual([]);
  });

  it('may not lack what says something', () => {
    expect(compareStates(older, state)).toEqual(['corrections.fact-correction#1', 'suspended', 'ending']);
    const lacking = altered(state, ['clocks', clock, 'terms'], undefined);
    expect(compareStates(lacking, state)).toEqual([`clocks.${clock}.terms`]);
  });
});

describe('a state that a newer release carries on', () => {
  it('may hold members that this one does not know', () => {
    const newer = altered(altered(state, ['invented'], true), ['clocks', clock, 'invented'], true);
    expect(compareStates(newer, state)).toEqual([]);
  });
});
