import type { stepsOfEveryVersion as steps } from '../../domain/procedures/outgoing-extradition/steps';
import type { FactOf } from '../blocks/fact';
import type { Run as EngineRun } from '../engine/run';

export type Run = EngineRun<typeof steps>;
export type Fact<N extends keyof typeof steps> = FactOf<typeof steps, N>;
