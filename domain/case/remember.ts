import type { CaseState, ClockState, SignedDecision } from './state';

/**
 * A settled clock that measured one opening of a step has nothing more to say. The register keeps it; the state forgets
 * it, so that a case that is edited and signed again for years does not outgrow what Temporal carries.
 */
export function isForgotten({ stepKey, settled }: Pick<ClockState, 'stepKey' | 'settled'>): boolean {
  return stepKey !== null && settled;
}

/** Who signed what at which stage is remembered once, however often an edit has it signed again. */
export function withDecision(
  decisions: readonly SignedDecision[],
  made: SignedDecision,
): readonly SignedDecision[] {
  const { key, stage, officerId } = made;
  const isSame = (earlier: SignedDecision) =>
    earlier.key === key && earlier.stage === stage && earlier.officerId === officerId;
  return [...decisions.filter((earlier) => !isSame(earlier)), made];
}

/** A state that an older release carried on, without what is not remembered any more. */
export function withoutForgotten(state: CaseState): CaseState {
  const clocks = Object.entries(state.clocks).filter(([, clock]) => !isForgotten(clock));
  const decisions = state.decisions.reduce<readonly SignedDecision[]>(withDecision, []);
  return { ...state, clocks: Object.fromEntries(clocks), decisions };
}
