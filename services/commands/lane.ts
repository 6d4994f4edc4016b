import { setTimeout as delay } from 'node:timers/promises';

/**
 * How many commands of one case this process has under way at once. Temporal lets ten Updates of a workflow be in flight
 * and refuses more; a workflow takes them one at a time anyway. A few are left for other processes.
 */
const placesPerCase = 6;

interface Lane {
  taken: number;
  readonly waiting: Set<() => void>;
}

const lanes = new Map<string, Lane>();

/**
 * Does the work when there is a place for it in its case's lane, in the order of coming. What waits here is with nobody
 * yet: it may be given up.
 *
 * @param deadline ms since the epoch
 * @returns what the work does, or null when no place was free before the deadline
 */
export async function inLane<T extends object>(
  caseId: string,
  deadline: number,
  work: () => Promise<T>,
): Promise<T | null> {
  const lane = lanes.get(caseId) ?? { taken: 0, waiting: new Set() };
  lanes.set(caseId, lane);
  if (lane.taken < placesPerCase) lane.taken += 1;
  else if (!(await placeBefore(lane, deadline))) return null;
  try {
    return await work();
  } finally {
    leave(caseId, lane);
  }
}

async function placeBefore(lane: Lane, deadline: number): Promise<boolean> {
  const over = new AbortController();
  let called = () => {};
  const place = new Promise<boolean>((resolve) => {
    called = () => resolve(true);
    lane.waiting.add(called);
  });
  const { signal } = over;
  const late = delay(Math.max(deadline - Date.now(), 0), false, { signal }).catch(() => false);
  const hasPlace = await Promise.race([place, late]);
  over.abort();
  // Called in the very moment in which the time was over: the place is its own, and it leaves it at once.
  return hasPlace || !lane.waiting.delete(called);
}

/** Gives the place to who has waited longest. */
function leave(caseId: string, lane: Lane): void {
  const [next] = lane.waiting;
  if (next) {
    lane.waiting.delete(next);
    next();
    return;
  }
  lane.taken -= 1;
  if (lane.taken === 0) lanes.delete(caseId);
}
