import type { suspectTransferSteps as steps } from '../../domain/procedures/suspect-transfer/steps';
import type { FactOf } from '../blocks/fact';
import { type Right, rights, rightsOf } from '../custody/rights';
import type { Run as EngineRun } from '../engine/run';

export type Run = EngineRun<typeof steps>;
export type Fact<N extends keyof typeof steps> = FactOf<typeof steps, N>;

/** The rights of the person in a case; a consul is told since the second version. */
export function rightsIn({ state, version }: Run): readonly Right[] {
  return version >= 2 ? rightsOf(state.content) : rights;
}
