import type { Role } from '../../domain/permissions/roles';
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
  /** Who opens its cases and edits what they say; a liaison officer where it says nothing. */
  readonly openedBy?: Role;
  readonly steps: Steps;
  sequence(run: Run<Steps>): Block<string>;
}
