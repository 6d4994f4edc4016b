import { officers } from '../in-memory-case';
import { type BlockCase, refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { liaison, legal, manager } = officers;
const limit = 'TEST-24H:arrest#1';
const expected = 'release-expected#1';

/** How far two instants are apart, in seconds. */
const secondsBetween = (a = '', b = '') => Math.abs(Date.parse(a) - Date.parse(b)) / 1_000;

describe('a clock', () => {
  let cases: BlockCases;
  let item: BlockCase;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());
  beforeEach(async () => {
    item = await cases.open('clocks');
  });

  /** Records the arrest, now or some hours ago; gives the instant at which the limit is over. */
  async function arrest(hoursAgo = 0): Promise<string> {
    const occurredAt = new Date((await item.now()).getTime() - hoursAgo * 3_600_000).toISOString();
    await item.fact('arrest', 'arrested', { occurredAt });
    const { terms } = await item.clock(limit);
    expect(secondsBetween(terms?.dueAt, occurredAt)).toBe(24 * 3_600);
    return terms?.dueAt ?? '';
  }

  const expiry = () => item.until('the expiry', ({ clocks }) => clocks[limit]?.status === 'expired');

  it('opens its step exactly when it is over, and not before', async () => {
    const dueAt = await arrest();
    await item.passUntil(dueAt, -2);
    expect(await item.openSteps()).toEqual(['receipt#1']);
    await item.passUntil(dueAt);
    await expiry();
    expect(await item.openSteps()).toEqual(['receipt#1', expected]);
    const [expired] = item.events('clockExpired');
    expect(secondsBetween(expired?.recordedAt, dueAt)).toBeLessThan(2);
    expect(expired?.actorId).toBeNull();
  });

  it('warns once at each threshold on the way', async () => {
    const dueAt = await arrest();
    await item.passUntil(dueAt, 60);
    await expiry();
    const warned = item.events('clockWarned');
    expect(warned.map(({ body }) => body.codes)).toEqual([['6-hours-left'], ['2-hours-left']]);
    const hoursLeft = warned.map(
      ({ recordedAt }) => Math.round(secondsBetween(recordedAt, dueAt) / 360) / 10,
    );
    expect(hoursLeft).toEqual([6, 2]);
  });

  it('never changes the status by itself', async () => {
    await item.passUntil(await arrest(), 60);
    await expiry();
    expect((await item.state()).status).toBe('under-arrest');
  });

  it('that was kept in time is over, and says nothing any more', async () => {
    await arrest();
    await item.passHours(17);
    await item.fact('receipt', 'received');
    expect(await item.clock(limit)).toMatchObject({ status: 'met', settled: true });
    expect((await item.state()).status).toBe('kept');
    await item.passHours(48);
    expect(await item.openSteps()).toEqual(['onward#1']);
    expect([...item.events('clockWarned'), ...item.events('clockExpired')]).toEqual([]);
  });

  it('is not kept by another outcome of the same event', async () => {
    const dueAt = await arrest();
    await item.fact('receipt', 'rejected');
    await item.passUntil(dueAt, 1);
    await expiry();
    expect(await item.openSteps()).toEqual([expected]);
  });

  it('that was kept too late has passed: a person says what became of it, which settles it', async () => {
    await item.passUntil(await arrest(), 3_600);
    await expiry();
    await item.fact('receipt', 'received');
    expect(item.events('clockMet').map(({ body }) => body.inTime)).toEqual([false]);
    expect(await item.openSteps()).toEqual([expected]);
    expect(await item.clock(limit)).toMatchObject({ status: 'expired', settled: false });

    await item.decide(expected, 'released', liaison);
    expect(await item.clock(limit)).toMatchObject({ status: 'expired', settled: true });
    expect((await item.state()).status).toBe('passed');
    expect(await item.openSteps()).toEqual(['onward#1']);
  });

  it('takes its expiry back when a fact recorded later lies within the limit', async () => {
    const dueAt = await arrest();
    const occurredAt = (await item.now()).toISOString();
    await item.passUntil(dueAt, 3_600);
    await expiry();
    await item.fact('receipt', 'received', { occurredAt });
    expect(await item.clock(limit)).toMatchObject({ status: 'met', settled: true });
    expect(item.events('stepCancelled').map(({ body }) => body.key)).toEqual([expected]);
    expect((await item.state()).status).toBe('kept');
  });

  it('stays among what is overdue when the answer leaves the person held', async () => {
    await item.passUntil(await arrest(), 1);
    await expiry();
    await item.decide(expected, 'still-held', manager);
    expect((await item.state()).status).toBe('passed');
    expect(await item.clock(limit)).toMatchObject({ status: 'expired', settled: false });
  });

  it('that was over before its cause was recorded gives one notice and no reminders', async () => {
    await arrest(30);
    await expiry();
    expect(item.events('clockWarned')).toEqual([]);
    expect(item.events('clockExpired').map(({ body }) => body.recordedLate)).toEqual([true]);
    expect(await item.openSteps()).toEqual(['receipt#1', expected]);
  });

  it('asks nobody where nobody has to answer: it is only shown as overdue', async () => {
    item = await cases.open('clocksOnlyShown');
    await item.passUntil(await arrest(), 1);
    await expiry();
    expect(await item.openSteps()).toEqual(['receipt#1']);
    expect(await item.clock(limit)).toMatchObject({ status: 'expired', settled: false });
  });

  it('runs anew for a second visit of its cause, with a step of its own', async () => {
    await item.passUntil(await arrest(), 1);
    await expiry();
    await item.decide(expected, 'released', manager);
    await item.fact('onward', 'arrested-again');
    await item.fact('arrest', 'arrested');
    await item.passHours(25);
    await item.until('the second expiry', ({ clocks }) => clocks['TEST-24H:arrest#2']?.status === 'expired');
    expect(await item.openSteps()).toContain('release-expected#2');
    expect(await item.outcomeOf(expected)).toBe('released');
  });

  it('starts anew when its cause is corrected, with a second person: an expiry that is ahead again is withdrawn', async () => {
    const dueAt = await arrest(20);
    await item.passUntil(dueAt, 1);
    await expiry();
    const right = await item.factOf('arrested');
    await item.take({
      type: 'correctFact',
      officerId: liaison,
      factKey: 'arrest#1',
      fact: right,
      reason: { id: 'note-1', hash: 'hash' },
      details: null,
      proof: [],
    });
    const confirmation = 'fact-correction#1';
    expect(await refusal(item.decide(confirmation, 'confirmed', liaison))).toBe('four-eyes');
    expect((await item.clock(limit)).terms?.dueAt).toBe(dueAt);
    await item.decide(confirmation, 'confirmed', legal);
    const { status, terms } = await item.clock(limit);
    expect(status).toBe('running');
    expect(secondsBetween(terms?.dueAt, right.occurredAt)).toBe(24 * 3_600);
    expect(await item.openSteps()).toEqual(['receipt#1']);
  });
});
