import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseCommand } from '../../domain/case/commands';
import type { Procedure } from '../engine/procedure';
import {
  addNoteUpdate,
  answerQuestionUpdate,
  askAdviceUpdate,
  type CaseInput,
  castVoteUpdate,
  correctFactUpdate,
  decideUpdate,
  endCaseUpdate,
  importCaseUpdate,
  linkCaseUpdate,
  openCaseUpdate,
  provideDocumentsUpdate,
  reassignUpdate,
  rebindLawUpdate,
  recomputeClocksUpdate,
  recordFactUpdate,
  requestDocumentsUpdate,
  rescindUpdate,
  resumeUpdate,
  reviseContentUpdate,
  sendMessageUpdate,
  stateQuery,
  suspendUpdate,
  unlinkCaseUpdate,
} from '../messages';
import { CaseHost } from './case-host';
import { keepClocks } from './keep-clocks';
import { tellBatch } from './tell-batch';

const updates = [
  openCaseUpdate,
  importCaseUpdate,
  reviseContentUpdate,
  decideUpdate,
  castVoteUpdate,
  recordFactUpdate,
  requestDocumentsUpdate,
  provideDocumentsUpdate,
  sendMessageUpdate,
  answerQuestionUpdate,
  linkCaseUpdate,
  unlinkCaseUpdate,
  addNoteUpdate,
  askAdviceUpdate,
  correctFactUpdate,
  rescindUpdate,
  endCaseUpdate,
  reassignUpdate,
  rebindLawUpdate,
  suspendUpdate,
  resumeUpdate,
  recomputeClocksUpdate,
];

/** How long a run without an opened case stays, in case its opening is repeated. */
const openingTimeout = '1 minute';

/**
 * The life of one case, whatever its procedure: takes commands, keeps the clocks, continues as new before the
 * history grows long, ends with the case.
 */
export async function runCase(procedure: Procedure, input: CaseInput): Promise<string> {
  const host = new CaseHost(procedure, input);
  for (const update of updates) {
    setHandler(update, (command: CaseCommand) => host.execute(command), {
      validator: (command: CaseCommand) => host.validate(command),
    });
  }
  setHandler(stateQuery, () => host.state);

  await condition(() => host.state !== null, openingTimeout);
  await condition(() => host.state !== null || allHandlersFinished());
  if (!host.state) return 'not-opened';

  await keepClocks(host, () => host.isClosed || mustContinueAsNew(host, input));
  await condition(allHandlersFinished);
  if (host.isClosed && host.state) await tellBatch(host.state);
  if (host.isClosed) return host.state?.outcome ?? 'closed';
  return await continueAsNew<(input: CaseInput) => Promise<string>>({ ...input, state: host.state });
}

function mustContinueAsNew(host: CaseHost, input: CaseInput): boolean {
  return host.commandsTaken >= input.commandsPerRun || workflowInfo().continueAsNewSuggested;
}
