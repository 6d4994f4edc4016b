import { assertNever } from '../../domain/assert-never';
import type { CaseCommand } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { addNote } from './add-note';
import { answerQuestion } from './answer-question';
import { askAdvice } from './ask-advice';
import { castVote } from './cast-vote';
import { correctFact } from './correct-fact';
import { decide } from './decide';
import { endCase } from './end-case';
import { importCase } from './import-case';
import { linkCase, unlinkCase } from './link-case';
import { openCase } from './open-case';
import { provideDocuments } from './provide-documents';
import { reassign } from './reassign';
import { rebindLaw } from './rebind-law';
import { recomputeClocks } from './recompute-clocks';
import { recordFact } from './record-fact';
import { requestDocuments } from './request-documents';
import { rescind } from './rescind';
import { reviseContent } from './revise-content';
import { sendMessage } from './send-message';
import { refuseWhileSuspended, resume, suspend } from './suspend';
import { timeReached } from './time-reached';

/**
 * Adds a command's own events to the draft and returns who must have given it (null for the clock keeper).
 *
 * @throws Refusal when the command is not possible in this state
 */
export function handle(draft: Draft, procedure: Procedure, command: CaseCommand): Authority | null {
  if (command.type === 'openCase') return openCase(draft, procedure, command);
  if (command.type === 'importCase') return importCase(draft, procedure, command);
  if (!draft.isOpen) throw new Refusal('not-open');
  if (draft.state.outcome !== null) throw new Refusal('case-closed', { outcome: draft.state.outcome });
  refuseWhileSuspended(draft.state, procedure, command);
  switch (command.type) {
    case 'reviseContent':
      return reviseContent(draft, procedure, command);
    case 'decide':
      return decide(draft, procedure, command);
    case 'castVote':
      return castVote(draft, command);
    case 'rescind':
      return rescind(draft, procedure, command);
    case 'correctFact':
      return correctFact(draft, procedure, command);
    case 'endCase':
      return endCase(draft, procedure, command);
    case 'suspend':
      return suspend(draft, procedure, command);
    case 'resume':
      return resume(draft, procedure, command);
    case 'rebindLaw':
      return rebindLaw(draft, command);
    case 'reassign':
      return reassign(draft, command);
    case 'recordFact':
      return recordFact(draft, procedure, command);
    case 'requestDocuments':
      return requestDocuments(draft, procedure, command);
    case 'provideDocuments':
      return provideDocuments(draft, procedure, command);
    case 'sendMessage':
      return sendMessage(draft, procedure, command);
    case 'answerQuestion':
      return answerQuestion(draft, procedure, command);
    case 'linkCase':
      return linkCase(draft, command);
    case 'unlinkCase':
      return unlinkCase(draft, command);
    case 'addNote':
      return addNote(draft, command);
    case 'askAdvice':
      return askAdvice(draft, procedure, command);
    case 'timeReached':
      return timeReached(draft, command);
    case 'recomputeClocks':
      return recomputeClocks(draft, command);
    default:
      return assertNever(command);
  }
}
