import { actorOf, type CaseCommand } from '../../domain/case/commands';
import type { EventBody } from '../../domain/case/events';
import type { Authority } from '../../domain/case/parties';
import type { CaseState } from '../../domain/case/state';
import { advance } from '../engine/advance';
import { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { handle } from './handle';

/** What a command would write: the events, and whom the register must find in the officer. */
export interface Plan {
  readonly events: readonly EventBody[];
  readonly authority: Authority | null;
}

/**
 * Decides a command: the events that follow from it in this state, the next steps of the procedure included, so
 * that a decision and what it opens are one transaction. Pure.
 *
 * @param now the workflow's time, ISO 8601 in UTC
 * @throws Refusal when the command is not possible
 */
export function plan(
  procedure: Procedure,
  caseId: string,
  state: CaseState | null,
  command: CaseCommand,
  now: string,
): Plan {
  const actorId = actorOf(command);
  if (state && state.procedureVersion > procedure.version) {
    throw new Error(`this worker does not know version ${state.procedureVersion} of ${procedure.name}`);
  }
  const expected = command.type === 'importCase' ? command.expected.terms : {};
  const draft = new Draft(caseId, state, now, actorId, expected);
  const authority = handle(draft, procedure, command);
  // Time may have to take back what a limit opened that is ahead again.
  if (draft.events.length > 0 || command.type === 'timeReached') advance(draft, procedure);
  return { events: draft.events, authority };
}
