import { proxyActivities, sleep } from '@temporalio/workflow';
import type {
  CalendarActivities,
  CalendarRevision,
  DeliveryLeft,
} from '../activities/calendar/delivery-request';

/** Longer than a write step may take: what it wrote with the calendar from before is found afterwards. */
const writesUnderWay = '30 seconds';

/** Cases are asked one after another, so a batch takes its time and says that it lives. */
const { planDelivery, deliverBatch } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/**
 * Brings a changed calendar to the open cases whose limits it moves, paced, so that the officers' own commands are
 * not starved. It looks for them twice: a case may have started a limit with the older calendar while the change was
 * being written. A case that does not answer keeps those of the second time waiting no more than the others.
 */
export async function calendarDelivery(change: CalendarRevision): Promise<void> {
  const first = await planDelivery(change);
  const [second] = await Promise.all([planAgain(change), deliver(change, first)]);
  await deliver(change, second);
}

async function planAgain(change: CalendarRevision): Promise<DeliveryLeft> {
  await sleep(writesUnderWay);
  return await planDelivery(change);
}

async function deliver(change: CalendarRevision, { waiting }: DeliveryLeft): Promise<void> {
  for (let left = waiting; left > 0; ) ({ waiting: left } = await deliverBatch(change));
}
