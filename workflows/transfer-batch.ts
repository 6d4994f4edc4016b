import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { BatchActivities } from '../activities/batch/batch-request';
import { type BatchInput, beforeFirstPlace, personClosedSignal } from './messages';

/** A round takes its time, because the openings are paced, and says that it lives. */
const { openPersons } = proxyActivities<BatchActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const { finishBatch } = proxyActivities<BatchActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const minuteMs = 60_000;
const longestRestMs = 60 * minuteMs;
/** A case may close without its word coming through. */
const lookAgainAfter = '6 hours';

/**
 * A batch of transfers beside its persons' cases, which are workflows of their own: a child would not follow its parent
 * into the next run. It opens them, and is over when the last of them is. What became of whom is in the register; here
 * is only how far the openings have come.
 */
export async function transferBatch(input: BatchInput): Promise<void> {
  const closed = new Set<string>();
  setHandler(personClosedSignal, ({ caseId }) => {
    closed.add(caseId);
  });
  await openEverybody(input);
  await waitForEverybody(input, closed);
}

/** Goes through the batch; whoever could not be opened or refused is tried again when all others have been. */
async function openEverybody(input: BatchInput): Promise<void> {
  const { batchId } = input;
  let restMs = minuteMs;
  for (let { after } = input; ; ) {
    const { waiting, reached } = await openPersons({ batchId, after });
    if (waiting === 0) return;
    if (reached === null) {
      await sleep(restMs);
      restMs = Math.min(restMs * 2, longestRestMs);
    }
    after = reached ?? beforeFirstPlace;
    if (isLong(input)) await goOn({ ...input, after });
  }
}

/**
 * Looks when as many cases have said that they are closed as were open, and from time to time. What is said while it
 * looks counts for the next time, so that no word is lost; one too many costs a look.
 */
async function waitForEverybody(input: BatchInput, closed: Set<string>): Promise<void> {
  for (;;) {
    closed.clear();
    const { open } = await finishBatch({ batchId: input.batchId });
    if (open === 0) return;
    await condition(() => closed.size >= open || isLong(input), lookAgainAfter);
    if (isLong(input)) await goOn(input);
  }
}

function isLong({ eventsPerRun }: BatchInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength >= eventsPerRun;
}

async function goOn(input: BatchInput): Promise<never> {
  return await continueAsNew<typeof transferBatch>(input);
}
