import type { OpeningCommand } from '../../domain/case/commands';
import { type Authority, ofOwner } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';

/** The first command of a case. Without the items that carry the request (a warrant or a judgment) it is refused. */
export function openCase(draft: Draft, procedure: Procedure, command: OpeningCommand): Authority {
  if (draft.isOpen) throw new Refusal('already-open');
  if (command.content.blocking.length > 0) {
    throw new Refusal('cannot-proceed', { missing: command.content.blocking });
  }
  draft.add({
    type: 'caseOpened',
    procedure: procedure.name,
    procedureVersion: procedure.version,
    creatorId: command.officerId,
    agencyCode: command.agencyCode,
    content: command.content,
    ...(command.parties === undefined ? {} : { parties: command.parties }),
    ...('batchId' in command && command.batchId !== undefined ? { batchId: command.batchId } : {}),
    ...(command.type === 'openCase'
      ? { reopens: command.reopens, ...(command.law === undefined ? {} : { law: command.law }) }
      : { reopens: null, law: command.expected.law }),
  });
  return ofOwner(procedure.openedBy ?? 'liaison');
}
