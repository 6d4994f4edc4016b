import { officers } from '../in-memory-case';
import { refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { manager } = officers;
const step = 'speciality#1';

describe('a watch', () => {
  let cases: BlockCases;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());

  it('stays open for years, until a manager ends it with a reason', async () => {
    const item = await cases.open('watches');
    await item.fact('arrival', 'arrived');
    await item.passHours(24 * 365 * 5);
    expect(await item.openSteps()).toEqual([step]);
    expect(await refusal(item.decide(step, 'ended', manager))).toBe('reason-missing');
    expect((await item.state()).status).toBe('watched');
    await item.decide(step, 'ended', manager, { reason: 'note-1' });
    expect(await item.state()).toMatchObject({ status: 'closed', outcome: 'ended' });
  });

  it('is left as it is by an edit of the content', async () => {
    const item = await cases.open('watches');
    await item.fact('arrival', 'arrived');
    const { steps } = await item.state();
    await item.revise();
    expect((await item.state()).steps[step]).toEqual(steps[step]);
  });

  it('goes on in the next run of a case that continues as new', async () => {
    const item = await cases.open('watches', { commandsPerRun: 2 });
    const firstRun = await item.runId();
    await item.fact('arrival', 'arrived');
    await item.until('a second run that watches', ({ steps }) => steps[step]?.outcome === null);
    expect(await item.runId()).not.toBe(firstRun);
    expect(item.events('stepOpened').filter(({ body }) => body.key === step)).toHaveLength(1);
    await item.decide(step, 'breached', manager);
    expect((await item.state()).outcome).toBe('breached');
  });
});
