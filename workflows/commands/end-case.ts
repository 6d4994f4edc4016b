import type { EndCase } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { type CaseState, latestFact } from '../../domain/case/state';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';

/**
 * The case is to end before its course is run. Once the person is where the case was to bring him it takes its course,
 * as the steps declare; who was lent is returned first.
 */
export function endCase(
  draft: Draft,
  { steps }: Procedure,
  { outcome, officerId, reason }: EndCase,
): Authority {
  if (draft.state.ending !== null) throw new Refusal('already-decided', { outcome: draft.state.ending });
  const declared = Object.entries<StepDeclaration>(steps);
  const takesItsCourse = declared.some(([step, { takesItsCourse: outcomes = [] }]) =>
    outcomes.includes(latestFact(draft.state, step)?.outcome ?? ''),
  );
  if (takesItsCourse || isLent(draft.state, declared)) throw new Refusal('person-surrendered');
  draft.add({ type: 'endingDecided', outcome, officerId, reason });
  return ofOwner('manager');
}

function isLent({ steps }: CaseState, declared: readonly [string, StepDeclaration][]): boolean {
  const count = (what: 'lends' | 'endsLoan') => {
    const outcomesOf = new Map(declared.map(([step, { [what]: outcomes = [] }]) => [step, outcomes]));
    return Object.values(steps).filter(
      ({ step, fact }) => fact && outcomesOf.get(step)?.includes(fact.outcome),
    ).length;
  };
  return count('lends') > count('endsLoan');
}
