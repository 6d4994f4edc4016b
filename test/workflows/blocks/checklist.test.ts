import { refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const step = 'request-checklist#1';

describe('a checklist', () => {
  let cases: BlockCases;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());

  it.each([
    ['complete', []],
    ['gaps', ['photograph']],
  ])('reports %s and lets the case go on', async (outcome, gaps) => {
    const item = await cases.open('checklists', { content: { gaps } });
    expect(await item.outcomeOf(step)).toBe(outcome);
    expect(await item.openSteps()).toEqual(['onward#1']);
  });

  it('reports anew when the content is edited, and holds nothing up', async () => {
    const item = await cases.open('checklists', { content: { gaps: ['photograph'] } });
    const { steps } = await item.state();
    await item.revise({ gaps: [] });
    expect(await item.outcomeOf(step)).toBe('complete');
    await item.revise({ gaps: ['judgment'] });
    expect(await item.outcomeOf(step)).toBe('gaps');
    expect((await item.state()).steps['onward#1']).toEqual(steps['onward#1']);
  });

  it('is not what keeps out a request without what carries it: that is refused before anything is opened', async () => {
    const opening = cases.open('checklists', { content: { blocking: ['arrest-warrant'] } });
    expect(await refusal(opening)).toBe('cannot-proceed');
    const item = await cases.open('checklists');
    expect(await refusal(item.revise({ blocking: ['arrest-warrant'] }))).toBe('cannot-proceed');
    expect(await item.outcomeOf(step)).toBe('complete');
  });
});
