import { runCase } from './case-workflow/run-case';
import type { CaseInput } from './messages';
import { outgoingExtraditionProcedure } from './outgoing-extradition';

/** Workflow types, one for each procedure. Temporal finds them by these names. */
export function outgoingExtradition(input: CaseInput): Promise<string> {
  return runCase(outgoingExtraditionProcedure, input);
}

export { calendarDelivery } from './calendar-delivery';
