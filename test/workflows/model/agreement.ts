import { isDeepStrictEqual } from 'node:util';
import type { CaseState } from '../../../domain/case/state';
import type { Ledger } from './ledger';

/** The engine remembers what happened: its fold and the ledger tell the same. */
export function checkAgreement(ledger: Ledger, state: CaseState): void {
  const [told, remembered] = [ofLedger(ledger), ofState(state)];
  // The comparison of jest says what differs, and takes its time.
  if (!isDeepStrictEqual(remembered, told)) expect(remembered).toEqual(told);
}

function ofLedger(ledger: Ledger): object {
  const { seq, status, outcome, suspended, ending, content, steps, facts, clocks, custody } = ledger;
  const unsettled = [...clocks].filter(([, clock]) => !clock.settled);
  return {
    ...{ seq, status, outcome, suspended, ending, content },
    steps: sorted([...steps].map(([key, step]) => [key, step.outcome, step.openedSeq])),
    facts: sorted([...facts].map(([key, { fact }]) => [key, fact])),
    clocks: sorted(unsettled.map(([key, clock]) => [key, clock.status, clock.dueAt])),
    custody: sorted([...custody].map(([key, { beganAt, endedAt }]) => [key, beganAt, endedAt])),
    corrections: [...ledger.pending.keys()].sort(),
  };
}

function ofState(state: CaseState): object {
  const { seq, status, outcome, suspended, ending, content } = state;
  const [steps, clocks] = [Object.entries(state.steps), Object.entries(state.clocks)];
  const unsettled = clocks.filter(([, clock]) => !clock.settled);
  const custody = Object.entries(state.custody);
  return {
    ...{ seq, status, outcome, suspended, ending, content },
    steps: sorted(steps.map(([key, step]) => [key, step.outcome, step.openedSeq])),
    facts: sorted(steps.flatMap(([key, { fact }]) => (fact ? [[key, fact]] : []))),
    clocks: sorted(unsettled.map(([key, clock]) => [key, clock.status, clock.terms?.dueAt])),
    custody: sorted(custody.map(([key, { beganAt, endedAt }]) => [key, beganAt, endedAt])),
    corrections: Object.keys(state.corrections).sort(),
  };
}

const sorted = (entries: readonly (readonly unknown[])[]) =>
  [...entries].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
