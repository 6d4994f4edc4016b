import { officers } from '../in-memory-case';
import { type BlockCase, refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { liaison } = officers;

describe('a follow-up', () => {
  let cases: BlockCases;
  let item: BlockCase;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());
  beforeEach(async () => {
    item = await cases.open('followUps');
    await item.fact('attempt', 'missed');
  });

  it('waits for an officer’s choice, which the case then takes', async () => {
    expect(await item.openSteps()).toEqual(['what-now#1']);
    await item.decide('what-now#1', 'new-date', officers.manager);
    expect(await item.openSteps()).toEqual(['attempt#2']);
  });

  it('is no sign-off: who opened the case may choose, and an edit of the content does not ask again', async () => {
    await item.decide('what-now#1', 'new-date', liaison);
    await item.revise();
    expect(item.events('decisionMade').map(({ body }) => body.fourEyes)).toEqual([false]);
    expect(await item.openSteps()).toEqual(['attempt#2']);
  });

  it('needs a reason where the step says so, and an outcome that it declares', async () => {
    expect(await refusal(item.decide('what-now#1', 'abandoned', liaison))).toBe('reason-missing');
    expect(await refusal(item.decide('what-now#1', 'approved', liaison))).toBe('unknown-outcome');
    await item.decide('what-now#1', 'abandoned', liaison, { reason: 'note-1' });
    expect((await item.state()).outcome).toBe('abandoned');
  });

  it('is asked again at a second visit, with no memory of the first choice', async () => {
    await item.decide('what-now#1', 'new-date', liaison);
    await item.fact('attempt', 'missed');
    expect(await item.openSteps()).toEqual(['what-now#2']);
    expect(await item.outcomeOf('what-now#1')).toBe('new-date');
    await item.decide('what-now#2', 'new-date', liaison);
    await item.fact('attempt', 'taken-over');
    expect((await item.state()).outcome).toBe('taken-over');
  });
});
