import { v5 as uuidv5 } from 'uuid';

/** Namespace of the ids that Taslim derives, so that a repeated write makes the same rows. */
const namespace = '6f1d3c52-52a5-4b5e-9d0c-3a1f0d9c7e11';

/** Id of the task that a `stepOpened` or `stepReopened` event opens. */
export function taskId(caseId: string, openedSeq: number): string {
  return uuidv5(`task:${caseId}:${openedSeq}`, namespace);
}

/** Id of the decision that an event holds. */
export function decisionId(caseId: string, seq: number): string {
  return uuidv5(`decision:${caseId}:${seq}`, namespace);
}

/** Id of a step's round of documents. */
export function documentRequestId(caseId: string, stepKey: string): string {
  return uuidv5(`documents:${caseId}:${stepKey}`, namespace);
}

/** Message-ID of the mail that one event causes for one officer: the same at every try. */
export function messageId(caseId: string, seq: number, officerId: string): string {
  return `<${uuidv5(`mail:${caseId}:${seq}:${officerId}`, namespace)}@taslim.invalid>`;
}
