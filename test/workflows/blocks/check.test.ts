import { officers } from '../in-memory-case';
import { refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { liaison, legal } = officers;
const step = 'person-checks#1';
const findings = ['minor'];

describe('a check', () => {
  let cases: BlockCases;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());

  it('closes by itself as clear where there are no findings, in the command that opens it', async () => {
    const item = await cases.open('checks');
    expect(await item.outcomeOf(step)).toBe('clear');
    expect(await item.openSteps()).toEqual(['onward#1']);
    const [opened, closed] = [item.events('stepOpened')[0], item.events('stepClosed')[0]];
    expect(closed?.commandId).toBe(opened?.commandId);
  });

  it('waits for a person where there are any, under four eyes', async () => {
    const item = await cases.open('checks', { content: { findings } });
    expect(await item.openSteps()).toEqual([step]);
    expect(await refusal(item.decide(step, 'proceed', liaison))).toBe('four-eyes');
    await item.decide(step, 'proceed', legal);
    expect(await item.openSteps()).toEqual(['onward#1']);
    await item.fact('onward', 'done');
    expect((await item.state()).outcome).toBe('proceed');
  });

  it('may stop the case, with a reason', async () => {
    const item = await cases.open('checks', { content: { findings } });
    expect(await refusal(item.decide(step, 'stop', legal))).toBe('reason-missing');
    await item.decide(step, 'stop', legal, { reason: 'note-1' });
    expect(await item.state()).toMatchObject({ status: 'closed', outcome: 'stopped' });
  });

  it('that waits is not closed by an edit that makes the findings go away', async () => {
    const item = await cases.open('checks', { content: { findings } });
    await item.revise({ findings: [] });
    expect(await item.openSteps()).toEqual([step]);
    await item.decide(step, 'clear', legal);
    expect(await item.openSteps()).toEqual(['onward#1']);
  });

  it('looks again at edited content: clear at once, or waiting when the edit brought findings', async () => {
    const item = await cases.open('checks');
    await item.revise();
    expect(await item.openSteps()).toEqual(['onward#1']);
    expect(item.events('stepReopened')).toHaveLength(1);
    await item.revise({ findings });
    expect(await item.openSteps()).toEqual([step]);
    expect(item.events('stepCancelled').map(({ body }) => body.key)).toEqual(['onward#1']);
  });
});
