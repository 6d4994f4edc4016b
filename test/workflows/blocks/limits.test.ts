import { officers } from '../in-memory-case';
import type { BlockCase } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { manager } = officers;

describe('limits', () => {
  let cases: BlockCases;
  let item: BlockCase;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());
  beforeEach(async () => {
    item = await cases.open('lawfulLimits');
    await item.fact('arrival', 'arrived');
  });

  const expired = () => item.events('clockExpired').map(({ body }) => body.key.split(':')[0]);
  const expiryOf = (rule: string) =>
    item.until(`expiry of ${rule}`, ({ clocks }) => clocks[`${rule}:arrival#1`]?.status === 'expired');

  it('are all those that the law of the case lets the event start, each in the version that it is bound to', async () => {
    const started = item.events('clockStarted').map(({ body }) => [body.rule, body.ruleVersion]);
    expect(started).toEqual([
      ['TEST-24H', 1],
      ['TEST-48H', 1],
      ['TEST-72H', 1],
    ]);
    expect(await item.openSteps()).toEqual(['before-judge#1']);
  });

  it('expire one after the other, the shorter first, each with the step that its effect names', async () => {
    await item.passHours(25);
    await expiryOf('TEST-24H');
    expect(expired()).toEqual(['TEST-24H']);
    expect(await item.openSteps()).toEqual(['before-judge#1', 'mandatory-presentation#1']);
    await item.passHours(24);
    await expiryOf('TEST-48H');
    expect(expired()).toEqual(['TEST-24H', 'TEST-48H']);
    expect(await item.openSteps()).toEqual([
      'before-judge#1',
      'mandatory-presentation#1',
      'mandatory-release#1',
    ]);
  });

  it('with an effect that names no step are only shown when they have passed', async () => {
    await item.passHours(73);
    await expiryOf('TEST-72H');
    for (const step of ['mandatory-presentation#1', 'mandatory-release#1']) {
      await item.decide(step, 'dealt-with', manager);
    }
    expect(await item.openSteps()).toEqual(['before-judge#1']);
    const { clocks } = await item.state();
    expect(Object.values(clocks).map(({ rule, settled }) => [rule, settled])).toEqual([
      ['TEST-24H', true],
      ['TEST-48H', true],
      ['TEST-72H', false],
    ]);
  });

  it('are kept together by one fact that lies within all of them', async () => {
    await item.fact('before-judge', 'presented');
    expect(item.events('clockMet').map(({ body }) => body.inTime)).toEqual([true, true, true]);
    expect((await item.state()).status).toBe('limits-over');
    await item.passHours(100);
    expect(await item.openSteps()).toEqual(['onward#1']);
  });

  it('are judged one by one: kept between two of them, the shorter has passed and is still to be dealt with', async () => {
    await item.passHours(30);
    await expiryOf('TEST-24H');
    await item.fact('before-judge', 'presented');
    const { clocks, status } = await item.state();
    expect(Object.values(clocks).map((clock) => clock.status)).toEqual(['expired', 'met', 'met']);
    expect(status).not.toBe('limits-over');
    expect(await item.openSteps()).toEqual(['mandatory-presentation#1']);
    await item.decide('mandatory-presentation#1', 'dealt-with', manager);
    expect((await item.state()).status).toBe('limits-over');
  });

  it('of a case from before it was bound to its law are those that applied then', async () => {
    cases.register.bindsLaw = false;
    item = await cases.open('lawfulLimits').finally(() => {
      cases.register.bindsLaw = true;
    });
    await item.fact('arrival', 'arrived');
    const started = item.events('clockStarted').map(({ body }) => [body.rule, body.ruleVersion]);
    expect(started).toEqual([['TEST-24H', undefined]]);
    await item.passHours(25);
    await expiryOf('TEST-24H');
    expect(await item.openSteps()).toEqual(['before-judge#1', 'mandatory-presentation#1']);
  });
});
