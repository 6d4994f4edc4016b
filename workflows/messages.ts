import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  AddNote,
  AnswerQuestion,
  AskAdvice,
  CastVote,
  CorrectFact,
  Decide,
  EndCase,
  ImportCase,
  LinkCase,
  OpenCase,
  ProvideDocuments,
  Reassign,
  RebindLaw,
  RecomputeClocks,
  RecordFact,
  RequestDocuments,
  Rescind,
  Resume,
  ReviseContent,
  SendMessage,
  Suspend,
  UnlinkCase,
} from '../domain/case/commands';
import type { CaseState } from '../domain/case/state';

/** What a person's command returns: written and applied up to this event. */
export interface Receipt {
  readonly caseId: string;
  readonly seq: number;
  readonly status: string;
}

/** Arguments of every case workflow. `state` is there after continue-as-new. */
export interface CaseInput {
  readonly caseId: string;
  readonly state: CaseState | null;
  /** Commands that one run takes before it continues as new; 2,000 Updates are Temporal's limit for a run. */
  readonly commandsPerRun: number;
}

export const openCaseUpdate = defineUpdate<Receipt, [OpenCase]>('openCase');
export const importCaseUpdate = defineUpdate<Receipt, [ImportCase]>('importCase');
export const reviseContentUpdate = defineUpdate<Receipt, [ReviseContent]>('reviseContent');
export const rescindUpdate = defineUpdate<Receipt, [Rescind]>('rescind');
export const correctFactUpdate = defineUpdate<Receipt, [CorrectFact]>('correctFact');
export const endCaseUpdate = defineUpdate<Receipt, [EndCase]>('endCase');
export const suspendUpdate = defineUpdate<Receipt, [Suspend]>('suspend');
export const resumeUpdate = defineUpdate<Receipt, [Resume]>('resume');
export const rebindLawUpdate = defineUpdate<Receipt, [RebindLaw]>('rebindLaw');
export const reassignUpdate = defineUpdate<Receipt, [Reassign]>('reassign');
export const decideUpdate = defineUpdate<Receipt, [Decide]>('decide');
export const castVoteUpdate = defineUpdate<Receipt, [CastVote]>('castVote');
export const recordFactUpdate = defineUpdate<Receipt, [RecordFact]>('recordFact');
export const requestDocumentsUpdate = defineUpdate<Receipt, [RequestDocuments]>('requestDocuments');
export const provideDocumentsUpdate = defineUpdate<Receipt, [ProvideDocuments]>('provideDocuments');

export const sendMessageUpdate = defineUpdate<Receipt, [SendMessage]>('sendMessage');
export const answerQuestionUpdate = defineUpdate<Receipt, [AnswerQuestion]>('answerQuestion');
export const linkCaseUpdate = defineUpdate<Receipt, [LinkCase]>('linkCase');
export const unlinkCaseUpdate = defineUpdate<Receipt, [UnlinkCase]>('unlinkCase');
export const addNoteUpdate = defineUpdate<Receipt, [AddNote]>('addNote');
export const askAdviceUpdate = defineUpdate<Receipt, [AskAdvice]>('askAdvice');

/** From the delivery of a changed calendar. */
export const recomputeClocksUpdate = defineUpdate<Receipt, [RecomputeClocks]>('recomputeClocks');

/** For reconcile and debugging: pages read the register. */
export const stateQuery = defineQuery<CaseState | null>('state');

/** Workflow id of a case. */
export function caseWorkflowId(caseId: string): string {
  return `case:${caseId}`;
}

/**
 * Workflow type and id of a changed calendar's way to the cases. The id is the command's: a register that was set back
 * gives its numbers a second time, and a delivery of another change must not be taken for this one's.
 */
export const calendarDeliveryWorkflow = 'calendarDelivery';
export function calendarDeliveryWorkflowId(commandId: string): string {
  return `calendar-change:${commandId}`;
}

/** Arguments of a batch of transfers. */
export interface BatchInput {
  readonly batchId: string;
  /** The last place that has been looked at. */
  readonly after: number;
  /** Length of the history after which a run continues as new. */
  readonly eventsPerRun: number;
}

/** Places of a batch are counted from 0. */
export const beforeFirstPlace = -1;
export const defaultEventsPerRun = 1_000;

/** What a case that came with a batch tells it when it is over. */
export interface PersonClosed {
  readonly caseId: string;
  readonly outcome: string;
}
export const personClosedSignal = defineSignal<[PersonClosed]>('personClosed');

/** Workflow type and id of a batch of transfers. */
export const transferBatchWorkflow = 'transferBatch';
export function transferBatchWorkflowId(batchId: string): string {
  return `batch:${batchId}`;
}

export const defaultCommandsPerRun = 1_000;

/** Type of the failure that carries a Refusal's code and params to the caller. */
export const refusalType = 'Refusal';
