import type { informationExchangeSteps } from '../../domain/procedures/information-exchange/steps';
import type { Run as AnyRun } from '../engine/run';

export type Run = AnyRun<typeof informationExchangeSteps>;
