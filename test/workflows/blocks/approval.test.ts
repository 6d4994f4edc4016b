import { officers } from '../in-memory-case';
import { type BlockCase, refusal } from './block-case';
import { type BlockCases, startBlockCases } from './block-cases';

const { liaison, ncb, legal, directorate } = officers;

describe('an approval', () => {
  let cases: BlockCases;
  let item: BlockCase;

  beforeAll(async () => {
    cases = await startBlockCases();
  });
  afterAll(() => cases.stop());
  beforeEach(async () => {
    item = await cases.open('approvals');
  });

  it('waits for its officer, and what comes after it waits with it', async () => {
    expect(await item.openSteps()).toEqual(['legal-review#1']);
    await item.decide('legal-review#1', 'approved', legal);
    expect(await item.openSteps()).toEqual(['directorate#1']);
    await item.decide('directorate#1', 'approved', directorate);
    expect(await item.openSteps()).toEqual(['sending#1']);
  });

  it('that is refused, with a reason, takes the other branch', async () => {
    expect(await refusal(item.decide('legal-review#1', 'refused', legal))).toBe('reason-missing');
    await item.decide('legal-review#1', 'refused', legal, { reason: 'note-1' });
    expect(await item.state()).toMatchObject({ status: 'closed', outcome: 'refused' });
  });

  it('is given under four eyes: not by the creator, the last editor, or who signed another level', async () => {
    expect(await refusal(item.decide('legal-review#1', 'approved', liaison))).toBe('four-eyes');
    await item.revise();
    expect(await refusal(item.decide('legal-review#1', 'approved', ncb))).toBe('four-eyes');
    await item.decide('legal-review#1', 'approved', legal);
    expect(await refusal(item.decide('directorate#1', 'approved', legal))).toBe('four-eyes');
    expect(await item.openSteps()).toEqual(['directorate#1']);
  });

  it('is given over the content as it was read', async () => {
    await item.revise();
    const stale = item.decide('legal-review#1', 'approved', legal, { contentHash: 'hash-1' });
    expect(await refusal(stale)).toBe('content-changed');
    await item.decide('legal-review#1', 'approved', legal);
    expect(await item.outcomeOf('legal-review#1')).toBe('approved');
  });

  it('is reopened by an edit of the content, and what came after it is withdrawn until it is signed again', async () => {
    await item.decide('legal-review#1', 'approved', legal);
    await item.decide('directorate#1', 'approved', directorate);
    const before = await item.state();
    await item.revise();
    const after = await item.state();
    expect(await item.openSteps()).toEqual(['legal-review#1']);
    expect(item.events('stepCancelled').map(({ body }) => body.key)).toEqual(['directorate#1', 'sending#1']);

    const openedSeq = before.steps['legal-review#1']?.openedSeq ?? -1;
    expect(after.steps['legal-review#1']?.openedSeq).toBeGreaterThan(openedSeq);
    const onOldPage = item.decide('legal-review#1', 'approved', legal, { openedSeq });
    expect(await refusal(onOldPage)).toBe('not-open');
    await item.decide('legal-review#1', 'approved', legal);
    expect(await item.openSteps()).toEqual(['directorate#1']);
    await item.decide('directorate#1', 'approved', directorate);
    expect(await item.openSteps()).toEqual(['sending#1']);
  });

  it('stands when it has been acted on, whatever is edited afterwards', async () => {
    await item.decide('legal-review#1', 'approved', legal);
    await item.decide('directorate#1', 'approved', directorate);
    await item.fact('sending', 'sent');
    await item.revise();
    // The other level declares nothing that acts on it: it is the one that is asked again.
    expect(await item.openSteps()).toEqual(['directorate#1']);
    expect(await item.outcomeOf('legal-review#1')).toBe('approved');
  });
});
