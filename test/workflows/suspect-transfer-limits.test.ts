import type { ContentSummary } from '../../domain/case/events';
import { duties, erbil, officerOf, TransferCase } from './transfer-case';

const hour = 3_600_000;
const day = 24 * hour;
const inTime = (item: TransferCase, ms: number) => new Date(Date.parse(item.now) + ms).toISOString();

/** Arrested on a Friday night, which is a weekend in Iraq: 20 March 2026, 22:00 there. */
function arrestedOnFridayNight(content: Partial<ContentSummary> = {}): TransferCase {
  const item = new TransferCase('FED', '2026-03-20T18:00:00.000Z');
  item.open({ alreadyHeld: true, ...content });
  item.do('arrest#1', 'arrested', '2026-03-20T19:00:00.000Z');
  return item;
}

function detained(content: Partial<ContentSummary> = {}): TransferCase {
  const item = arrestedOnFridayNight(content);
  item.go(...duties);
  return item;
}

function order(item: TransferCase, limitDate: string | null = null, occurredAt = item.now) {
  return item.take({
    type: 'recordFact',
    officerId: officerOf('liaison', erbil.agencyCode),
    step: 'detention-order',
    fact: { occurredAt, zone: 'Asia/Baghdad', outcome: 'ordered', codes: [], limitDate },
    details: null,
    proof: [{ id: 'document-1', sha256: 'sha256-1' }],
  });
}

const clock = (item: TransferCase, key: string) => item.current.clocks[key];
const dueAt = (item: TransferCase, key: string) => clock(item, key)?.terms?.dueAt;
const firstOrder = 'detention-order#1';

describe('the hours after an arrest', () => {
  it('are counted as hours and never wait for the end of a weekend', () => {
    const item = arrestedOnFridayNight();
    expect(dueAt(item, 'CON19-24H:arrest#1')).toBe('2026-03-21T19:00:00.000Z');
    expect(dueAt(item, 'CON19-48H:arrest#1')).toBe('2026-03-22T19:00:00.000Z');
    expect(dueAt(item, 'ORD57-24:arrest#1')).toBe('2026-03-21T19:00:00.000Z');
  });

  it('are kept when the papers come before a judge within 24', () => {
    const item = arrestedOnFridayNight();
    item.do('papers-to-judge#1', 'detained', '2026-03-21T18:59:59.999Z');
    expect(clock(item, 'CON19-24H:arrest#1')?.status).toBe('met');
    expect(clock(item, 'CON19-48H:arrest#1')?.status).toBe('met');
  });

  it('are over at the very moment: papers of that minute are late', () => {
    const item = arrestedOnFridayNight();
    item.do('papers-to-judge#1', 'detained', '2026-03-21T19:00:00.000Z');
    expect(clock(item, 'CON19-24H:arrest#1')?.status).toBe('expired');
    expect(item.openSteps()).toContain('mandatory-presentation#1');
  });

  it('pass in one way, whether the clock keeper or an officer comes first at that moment', () => {
    const moment = '2026-03-21T19:00:00.000Z';
    const [keeperFirst, officerFirst] = [arrestedOnFridayNight(), arrestedOnFridayNight()];
    for (const item of [keeperFirst, officerFirst]) item.now = moment;
    keeperFirst.take({ type: 'timeReached', asOf: moment });
    keeperFirst.do('papers-to-judge#1', 'detained', moment);
    officerFirst.do('papers-to-judge#1', 'detained', moment);
    officerFirst.take({ type: 'timeReached', asOf: moment });
    expect(clock(keeperFirst, 'CON19-24H:arrest#1')).toEqual(clock(officerFirst, 'CON19-24H:arrest#1'));
    expect(keeperFirst.openSteps()).toEqual(officerFirst.openSteps());
  });

  it('ask a manager of the side that holds the person when they have passed, after 24 and after 48', () => {
    const item = arrestedOnFridayNight();
    item.passTimeUntil('2026-03-21T19:00:00.000Z');
    expect(item.current.steps['mandatory-presentation#1']?.agencyCode).toBe(erbil.agencyCode);
    item.do('mandatory-presentation#1', 'judge-extended');
    expect(clock(item, 'CON19-24H:arrest#1')).toMatchObject({ status: 'expired', settled: true });
    item.passTimeUntil('2026-03-22T19:00:00.000Z');
    expect(item.openSteps()).toContain('mandatory-release#1');
    item.do('mandatory-release#1', 'still-held');
    expect(clock(item, 'CON19-48H:arrest#1')).toMatchObject({ status: 'expired', settled: false });
  });

  it('were kept after all when the papers were before the judge in time and it is recorded late', () => {
    const item = arrestedOnFridayNight();
    item.passTimeUntil('2026-03-23T08:00:00.000Z');
    expect(item.openSteps()).toContain('mandatory-release#1');
    item.do('papers-to-judge#1', 'detained', '2026-03-21T12:00:00.000Z');
    expect(clock(item, 'CON19-24H:arrest#1')?.status).toBe('met');
    expect(item.openSteps().filter((key) => key.startsWith('mandatory'))).toEqual([]);
  });

  it('are kept by a release as well', () => {
    const item = arrestedOnFridayNight();
    item.do('release#1', 'released', '2026-03-21T08:00:00.000Z');
    expect(clock(item, 'CON19-24H:arrest#1')?.status).toBe('met');
  });

  it('stop nobody from saying that the register entry is still missing, and it stays overdue', () => {
    const item = arrestedOnFridayNight();
    item.passTimeUntil('2026-03-22T08:00:00.000Z');
    item.do('register-entry-missed#1', 'still-missing');
    expect(clock(item, 'ORD57-24:arrest#1')).toMatchObject({ status: 'expired', settled: false });
    item.go('register-entry');
    expect(clock(item, 'ORD57-24:arrest#1')).toMatchObject({ status: 'expired', settled: false });
  });

  it('are settled when the register entry came late and a manager has said so', () => {
    const item = arrestedOnFridayNight();
    item.do('register-entry#1', 'entered', '2026-03-22T08:00:00.000Z');
    item.do('register-entry-missed#1', 'entered-late');
    expect(clock(item, 'ORD57-24:arrest#1')).toMatchObject({ status: 'expired', settled: true });
  });
});

describe('an order of detention', () => {
  const key = `CPC109-15D:${firstOrder}`;

  it('holds for 15 days, and its renewal in time keeps the limit and starts one of its own', () => {
    const item = detained();
    order(item);
    expect(dueAt(item, key)).toBe('2026-04-04T21:00:00.000Z');
    item.passTimeUntil('2026-04-03T08:00:00.000Z');
    order(item);
    expect(clock(item, key)?.status).toBe('met');
    expect(dueAt(item, 'CPC109-15D:detention-order#2')).toBe('2026-04-18T21:00:00.000Z');
  });

  it('that is renewed late is asked about, and that is never renewed as well', () => {
    const item = detained();
    order(item);
    item.passTimeUntil('2026-04-06T08:00:00.000Z');
    expect(item.openSteps()).toContain('detention-order-ended#1');
    order(item);
    expect(clock(item, key)?.status).toBe('expired');
    item.do('detention-order-ended#1', 'renewed-late');
    expect(clock(item, key)).toMatchObject({ status: 'expired', settled: true });
    item.passTimeUntil(inTime(item, 16 * day));
    item.do('detention-order-ended#2', 'still-held');
    expect(clock(item, 'CPC109-15D:detention-order#2')).toMatchObject({ status: 'expired', settled: false });
  });

  it('may be shorter than the law allows, and the six months are not shortened by it', () => {
    const item = detained();
    order(item, '2026-03-25');
    expect(dueAt(item, key)).toBe('2026-03-25T21:00:00.000Z');
    expect(dueAt(item, `CPC109-6M:${firstOrder}`)).toBe('2026-09-20T21:00:00.000Z');
  });

  it('does not come before the one that it renews', () => {
    const item = detained();
    item.later(day);
    order(item);
    expect(() => order(item, null, inTime(item, -hour))).toThrow('before-its-cause');
  });

  it('is followed by another for six months at most, counted from the first', () => {
    const item = detained();
    order(item);
    for (let count = 0; count < 14; count += 1) {
      item.passTimeUntil(inTime(item, 14 * day));
      order(item);
    }
    const sixMonths = Object.keys(item.current.clocks).filter((name) => name.startsWith('CPC109-6M'));
    expect(sixMonths).toEqual([`CPC109-6M:${firstOrder}`]);
    expect(item.openSteps()).toContain('leave-of-criminal-court#1');
    item.do('leave-of-criminal-court#1', 'leave-given');
    expect(clock(item, `CPC109-6M:${firstOrder}`)?.settled).toBe(true);
  });

  it('ends after a quarter of the maximum penalty where that is shorter', () => {
    const item = detained({ maximumPenalty: { amount: 12, unit: 'month' } });
    order(item);
    expect(dueAt(item, `CPC109-6M:${firstOrder}`)).toBe('2026-06-20T21:00:00.000Z');
    const short = detained({ maximumPenalty: { amount: 40, unit: 'day' } });
    order(short);
    expect(dueAt(short, key)).toBe('2026-03-30T21:00:00.000Z');
  });

  it('is told without the quarter, and says so, while the penalty is not known', () => {
    const item = detained();
    order(item);
    const codes = clock(item, `CPC109-6M:${firstOrder}`)?.terms?.reasoning?.map(({ code }) => code);
    expect(codes).toContain('quarter-unknown');
  });

  it('is counted anew when an edit of the request says what the penalty is', () => {
    const item = detained();
    order(item);
    const { content } = item.current;
    item.take({
      type: 'reviseContent',
      officerId: content.editorId,
      content: { ...content, version: 2, hash: 'hash-2', maximumPenalty: { amount: 40, unit: 'day' } },
    });
    expect(dueAt(item, key)).toBe('2026-03-30T21:00:00.000Z');
    expect(dueAt(item, `CPC109-6M:${firstOrder}`)).toBe('2026-03-30T21:00:00.000Z');
    expect(item.events.filter(({ type }) => type === 'clockStarted').at(-1)).toMatchObject({
      maximumPenalty: { amount: 40, unit: 'day' },
    });
  });
});
