import type { EventBody } from '../../../domain/case/events';
import type { StepTable } from '../../../domain/procedures/step';
import type { Ledger } from './ledger';

/** What the model has to be told of one procedure: its declared steps, and what its law says in a line each. */
export interface ProcedureModel {
  readonly steps: StepTable;
  /** The step that deals with a passed limit, by `event effect` of the limit; a limit that is not here needs nobody. */
  readonly expirySteps: Readonly<Record<string, string>>;
  /** Steps that cut a case short: gone on with now and then only, so that the play goes deep. */
  readonly rarely: readonly string[];
  /** How far a case that is open has come, told from what happened and from nothing else. */
  statusOf(ledger: Ledger): string;
  /** What else holds of an open case of the procedure. @throws Error that names what does not */
  holds?(ledger: Ledger): void;
  /** What must hold when an event is added, before the ledger knows it. @throws Error that names what does not */
  admits?(ledger: Ledger, event: EventBody): void;
}
