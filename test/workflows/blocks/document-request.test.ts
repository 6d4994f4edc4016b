import { document, officers } from '../in-memory-case';
import { type BlockCase, refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { liaison } = officers;
const zone = 'Europe/Stockholm';
const dayMs = 86_400_000;
const limit = 'SET-BY-OTHER-SIDE:information#1';

describe('document requests', () => {
  let cases: BlockCases;
  let item: BlockCase;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());
  beforeEach(async () => {
    item = await cases.open('documentRounds');
  });

  const inDays = async (days: number) =>
    new Date((await item.now()).getTime() + days * dayMs).toISOString().slice(0, 10);

  /** The other side asks now, for an answer within so many days. */
  async function ask(items: readonly string[], days = 10): Promise<void> {
    await item.take({
      type: 'requestDocuments',
      officerId: liaison,
      step: 'information',
      items,
      answerBy: await inDays(days),
      zone,
      occurredAt: (await item.now()).toISOString(),
      details: null,
      proof: [],
    });
  }

  async function answer(key: string, items: readonly string[], sentAt?: string): Promise<void> {
    const { steps } = await item.state();
    await item.take({
      type: 'provideDocuments',
      officerId: liaison,
      step: { key, openedSeq: steps[key]?.openedSeq ?? -1 },
      items: items.map((asked) => ({ item: asked, document })),
      occurredAt: sentAt ?? (await item.now()).toISOString(),
    });
  }

  it('wait beside what they serve, with no limit before anybody has asked', async () => {
    expect(await item.openSteps()).toEqual(['decision#1', 'information#1']);
    expect((await item.state()).clocks).toEqual({});
  });

  it('are answered item by item, within the day that the other side set, and the next round may begin', async () => {
    await ask(['photograph', 'judgment']);
    const { terms } = await item.clock(limit);
    expect(terms?.lastDay).toBe(await inDays(10));
    await answer('information#1', ['judgment']);
    expect((await item.state()).steps['information#1']).toMatchObject({ outcome: null });
    await item.passHours(24);
    await answer('information#1', ['photograph']);
    expect(item.events('clockMet').map(({ body }) => body.inTime)).toEqual([true]);
    expect(await item.openSteps()).toEqual(['decision#1', 'information#2']);

    await ask(['translation-sv']);
    await answer('information#2', ['translation-sv']);
    expect(await item.openSteps()).toEqual(['decision#1', 'information#3']);
  });

  it('have a limit that passes at its due time, leaves the round open and is shown as overdue', async () => {
    await ask(['photograph']);
    const { terms } = await item.clock(limit);
    await item.passUntil(terms?.dueAt ?? '', -2);
    expect((await item.clock(limit)).status).toBe('running');
    await item.passUntil(terms?.dueAt ?? '');
    await item.until('the expiry', ({ clocks }) => clocks[limit]?.status === 'expired');
    expect(await item.openSteps()).toEqual(['decision#1', 'information#1']);
    expect(await item.clock(limit)).toMatchObject({ status: 'expired', settled: false });
  });

  it('are judged by when the answer was sent: late, or in time although it was recorded late', async () => {
    const sentAt = (await item.now()).toISOString();
    for (const [key, sent, inTime] of [
      ['information#1', undefined, false],
      ['information#2', 'in time', true],
    ] as const) {
      await ask(['photograph'], 3);
      const inTheRound = sent && (await item.now()).toISOString();
      await item.passHours(24 * 5);
      await item.until(
        'the expiry',
        ({ clocks }) => clocks[`SET-BY-OTHER-SIDE:${key}`]?.status === 'expired',
      );
      await answer(key, ['photograph'], inTheRound);
      expect(item.events('clockMet').at(-1)?.body).toMatchObject({ key: `SET-BY-OTHER-SIDE:${key}`, inTime });
    }
    await ask(['photograph']);
    expect(await refusal(answer('information#3', ['photograph'], sentAt))).toBe('before-its-cause');
  });

  it('refuse what was not asked, a second question in one round, and an answer to an older round', async () => {
    expect(await refusal(answer('information#1', ['photograph']))).toBe('not-open');
    await ask(['photograph']);
    expect(await refusal(ask(['judgment']))).toBe('already-asked');
    expect(await refusal(answer('information#1', ['judgment']))).toBe('item-not-asked');
    await answer('information#1', ['photograph']);
    expect(await refusal(answer('information#1', ['photograph']))).toBe('already-decided');
  });

  it('are withdrawn with their limit when what they serve is over', async () => {
    await ask(['photograph']);
    await item.fact('decision', 'granted');
    expect((await item.state()).outcome).toBe('granted');
    expect(item.events('clockStopped').map(({ body }) => body.key)).toContain(limit);
  });

  it('name a day that is not before the question', async () => {
    expect(await refusal(ask(['photograph'], -2))).toBe('limit-date-too-early');
    expect((await item.state()).steps['information#1']?.round).toBeNull();
  });
});
