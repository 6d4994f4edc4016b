import type { StepTable } from '../../domain/procedures/step';
import type { Block } from './block';
import type { Run } from './run';

/**
 * A procedure: declared steps, and the code that says in which order they come. `sequence` is run again from its
 * top after every command; its blocks return remembered outcomes at once and stop it where something is still open.
 * It returns the outcome with which the case closes.
 */
export interface Procedure<Steps extends StepTable = StepTable> {
  readonly name: string;
  readonly version: number;
  readonly steps: Steps;
  sequence(run: Run<Steps>): Block<string>;
}
