import { setImmediate } from 'node:timers/promises';
import { calendarDelivery } from '../../workflows/calendar-delivery';

const waiting = new Set<string>();
const told: string[] = [];
let plans = 0;
let passTime: () => void = () => undefined;

// No server skips time while an activity is tried again and again, which is what this is about.
jest.mock('@temporalio/workflow', () => ({
  sleep: () => new Promise<void>((resolve) => (passTime = resolve)),
  proxyActivities: () => ({
    planDelivery: async () => {
      plans += 1;
      waiting.add(plans === 1 ? 'case-of-the-first-time' : 'case-of-the-second-time');
      return { waiting: waiting.size };
    },
    deliverBatch: async () => {
      while (waiting.size > 0 && ![...waiting].some(answers)) await setImmediate();
      for (const caseId of [...waiting].filter(answers)) if (waiting.delete(caseId)) told.push(caseId);
      return { waiting: waiting.size };
    },
  }),
}));

let doesAnswer = false;
const answers = (caseId: string) => doesAnswer || caseId !== 'case-of-the-first-time';

describe('the delivery of a changed calendar', () => {
  it('looks for cases a second time and tells them, although one of the first does not answer', async () => {
    const delivery = calendarDelivery({ revision: 1 });
    await setImmediate();
    passTime();
    for (let turns = 0; turns < 10; turns++) await setImmediate();
    expect(told).toEqual(['case-of-the-second-time']);

    doesAnswer = true;
    await delivery;
    expect(told).toEqual(['case-of-the-second-time', 'case-of-the-first-time']);
    expect(plans).toBe(2);
  });
});
