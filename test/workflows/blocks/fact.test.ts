import { type BlockCase, refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

describe('a fact', () => {
  let cases: BlockCases;
  let item: BlockCase;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());
  beforeEach(async () => {
    item = await cases.open('facts');
  });

  it('is waited for, however long nothing happens', async () => {
    await item.passHours(24 * 400);
    expect(await item.openSteps()).toEqual(['call#1']);
  });

  it('gives what was recorded to what follows: outcome, codes, and the visit that it belongs to', async () => {
    await item.fact('call', 'missed');
    expect(await item.openSteps()).toEqual(['call#2']);
    await item.fact('call', 'reached');
    await item.fact('answer', 'yes');
    expect((await item.state()).outcome).toBe('yes to call#2, visit 2');
  });

  it('keeps each visit’s own: a second visit does not change what the first remembered', async () => {
    await item.fact('call', 'missed');
    const { steps } = await item.state();
    await item.fact('call', 'reached');
    expect((await item.state()).steps['call#1']).toEqual(steps['call#1']);
    expect(await item.outcomeOf('call#2')).toBe('reached');
  });

  it('may have fewer outcomes where what came before leaves no other', async () => {
    await item.fact('call', 'reached', { codes: ['binding'] });
    expect(await refusal(item.fact('answer', 'yes'))).toBe('unknown-outcome');
    await item.fact('answer', 'no');
    expect((await item.state()).outcome).toBe('no to call#1, visit 1');
  });

  it('needs proof where the step asks for it, and only there', async () => {
    await item.fact('call', 'reached', { proof: [] });
    expect(await refusal(item.fact('answer', 'yes', { proof: [] }))).toBe('proof-missing');
    expect(await item.openSteps()).toEqual(['answer#1']);
  });

  it('lies neither in the future nor before its cause', async () => {
    const at = (await item.now()).getTime();
    const future = { occurredAt: new Date(at + 3_600_000).toISOString() };
    expect(await refusal(item.fact('call', 'reached', future))).toBe('in-the-future');
    await item.fact('call', 'reached');
    const past = { occurredAt: new Date(at - 3_600_000).toISOString() };
    expect(await refusal(item.fact('answer', 'yes', past))).toBe('before-its-cause');
  });

  it('is recorded where it is waited for, and once', async () => {
    expect(await refusal(item.fact('answer', 'yes'))).toBe('not-open');
    await item.fact('call', 'reached');
    expect(await refusal(item.fact('call', 'reached'))).toBe('already-decided');
  });
});
