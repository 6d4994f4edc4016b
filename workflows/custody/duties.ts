import type { KeptBy } from '../../domain/case/events';
import { factAt } from '../blocks/fact';
import { limits } from '../blocks/limits';
import { all, type Block } from '../engine/block';
import type { Right } from './rights';
import type { Fact, Run } from './run';

/** The papers go before a judge within 24 hours, which he may extend once (Iraq, Constitution art. 19(13)). */
export function* hoursOfArrest(run: Run, arrest: Fact<'arrest'>, released: KeptBy): Block<void> {
  yield* limits(run, {
    event: 'arrest',
    effects: ['present-to-judge', 'release'],
    from: arrest,
    keptBy: {
      step: 'papers-to-judge',
      visit: arrest.visit,
      outcomes: run.steps['papers-to-judge'].outcomes,
      or: released,
    },
    whenPassed: { 'present-to-judge': 'mandatory-presentation', release: 'mandatory-release' },
    unbound: [],
  });
}

/** The central register of detained persons hears of it within 24 hours (Iraq, Prime Minister's Order 57). */
export function* registerEntry(run: Run, arrest: Fact<'arrest'>): Block<void> {
  const { visit } = arrest;
  const entry = limits(run, {
    event: 'arrest',
    effects: ['register-entry'],
    from: arrest,
    keptBy: { step: 'register-entry', visit, outcomes: run.steps['register-entry'].outcomes },
    whenPassed: { 'register-entry': 'register-entry-missed' },
    unbound: [],
  });
  yield* all(factAt(run, 'register-entry', visit), entry);
}

export function* rightsOfThePerson(
  run: Run,
  { visit }: Fact<'arrest'>,
  rights: readonly Right[],
): Block<unknown> {
  return yield* all(...rights.map((right) => factAt(run, right, visit)));
}
