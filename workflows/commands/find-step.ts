import type { StepRef } from '../../domain/case/commands';
import { type Authority, boundTo } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState, StepState } from '../../domain/case/state';
import type { StepDeclaration } from '../../domain/procedures/step';
import { whoActsFor } from '../../domain/procedures/who-acts';
import type { Procedure } from '../engine/procedure';

/** A step found in the state, with its declaration. */
export interface FoundStep {
  readonly key: string;
  readonly state: StepState;
  readonly declared: StepDeclaration;
}

/**
 * The opening that a command means.
 *
 * @throws Refusal `not-open` when there is none or it was opened anew since, `already-decided` when it is closed
 */
export function openingOf(state: CaseState, procedure: Procedure, { key, openedSeq }: StepRef): FoundStep {
  const step = state.steps[key];
  if (!step || step.openedSeq !== openedSeq) throw new Refusal('not-open', { step: key });
  if (step.outcome !== null) throw new Refusal('already-decided', { step: key, outcome: step.outcome });
  return { key, state: step, declared: declarationOf(procedure, step.step) };
}

/**
 * The open visit of a step, for commands that say what happened and not which task they answer: the first that is open,
 * or that of a number.
 *
 * @throws Refusal `not-open` when the step is not open, `already-decided` when its latest visit is closed
 */
export function openVisitOf(
  state: CaseState,
  procedure: Procedure,
  step: string,
  number?: number,
): FoundStep {
  const visits = Object.entries(state.steps).filter(
    ([, { step: name, visit }]) => name === step && (number === undefined || visit === number),
  );
  const open = visits.find(([, candidate]) => candidate.outcome === null);
  if (open) return { key: open[0], state: open[1], declared: declarationOf(procedure, step) };
  const last = visits.at(-1)?.[1].outcome;
  if (last) throw new Refusal('already-decided', { step, outcome: last });
  throw new Refusal('not-open', { step });
}

/** Who may act on a step, or on what was done at it. */
export function authorityOf(
  { parties }: CaseState,
  { declared, state }: Pick<FoundStep, 'declared' | 'state'>,
): Authority {
  const { role, agencyCode } = whoActsFor(declared, parties, state.agencyCode);
  const held = state.role ?? role;
  const authority = { role: held, agencyCode: boundTo(held, agencyCode) };
  return state.seat === undefined ? authority : { ...authority, seat: { code: state.seat, standing: null } };
}

/** @throws Refusal `not-open` where the procedure has no such step */
export function declarationOf(procedure: Procedure, step: string): StepDeclaration {
  const declared = procedure.steps[step];
  if (!declared) throw new Refusal('not-open', { step });
  return declared;
}
