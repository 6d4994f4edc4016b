import type { CustodySteps } from '../../domain/procedures/custody/steps';
import type { FactOf } from '../blocks/fact';
import type { Run as EngineRun } from '../engine/run';

/** A pass through any procedure that has the steps of custody. */
export type Run = EngineRun<CustodySteps>;
export type Fact<N extends keyof CustodySteps> = FactOf<CustodySteps, N>;
