import { setTimeout as delay } from 'node:timers/promises';
import { inLane } from '../../../services/commands/lane';

const soon = () => Date.now() + 5_000;
const done = {};

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<object>((resolve) => {
    end = () => resolve(done);
  });
  return { work: () => ended, end };
}

describe('the lane of a case', () => {
  it('has no more than six commands under way, and lets the others in in their order', async () => {
    const works = Array.from({ length: 23 }, held);
    const begun: number[] = [];
    const running = works.map(({ work }, index) =>
      inLane('case-1', soon(), () => {
        begun.push(index);
        return work();
      }),
    );
    await delay(1);
    expect(begun).toHaveLength(6);
    for (const [index, { end }] of works.entries()) {
      end();
      await running[index];
    }
    expect(begun).toEqual(works.map((_, index) => index));
    expect(await Promise.all(running)).toEqual(works.map(() => done));
  });

  it('gives a place back whatever becomes of the work', async () => {
    const failing = () => Promise.reject(new Error('no'));
    const tried = Array.from({ length: 20 }, () => inLane('case-2', soon(), failing));
    expect((await Promise.allSettled(tried)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await inLane('case-2', soon(), async () => done)).toBe(done);
  });

  it('gives up what waits when its time is over, and nobody loses a place by it', async () => {
    const works = Array.from({ length: 6 }, held);
    const running = works.map(({ work }) => inLane('case-3', soon(), work));
    const late = Array.from({ length: 4 }, () => inLane('case-3', Date.now() + 20, async () => done));
    expect(await Promise.all(late)).toEqual([null, null, null, null]);
    for (const { end } of works) end();
    await Promise.all(running);
    const after = Array.from({ length: 12 }, () => inLane('case-3', soon(), async () => done));
    expect((await Promise.all(after)).every((result) => result === done)).toBe(true);
  });

  it('is one a case', async () => {
    const works = Array.from({ length: 6 }, held);
    const running = works.map(({ work }) => inLane('case-4', soon(), work));
    expect(await inLane('case-5', soon(), async () => done)).toBe(done);
    for (const { end } of works) end();
    await Promise.all(running);
  });
});
