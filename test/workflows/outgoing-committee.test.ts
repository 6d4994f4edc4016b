import { voteOf } from './committee-votes';
import { OutgoingCase, type OutgoingOptions, regional } from './outgoing-case';
import { officerOf } from './transfer-case';

const levels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'];
const fromErbil = ['regional-approval', 'regional-transmission', 'regional-receipt'];

/** A request that is to be put to the committee, signed at all levels. */
function signed(options: OutgoingOptions = {}): OutgoingCase {
  const item = new OutgoingCase(options);
  item.open({ urgency: 'ordinary', committee: true });
  item.go(...(options.parties ? fromErbil : []), ...levels);
  return item;
}

function revise(item: OutgoingCase): void {
  const { content } = item.current;
  const version = content.version + 1;
  item.take({
    type: 'reviseContent',
    officerId: content.editorId,
    content: { ...content, version, hash: `hash-${version}` },
  });
}

describe.each([
  ['federal', {}],
  ['of the Region', { parties: regional }],
] as const)('a request %s that is put to the committee', (_name, options) => {
  it('is not sent before the committee has adopted it, with its minutes', () => {
    const item = signed(options);
    expect(item.openSteps()).toEqual(['committee-invitation#1']);
    item.go('committee-invitation invited');
    voteOf(item, 13, 3);
    expect(item.openSteps()).toEqual(['committee-minutes#1']);
    item.go('committee-minutes');
    expect(item.openSteps()).toEqual(['transmission#1']);
  });

  it('is asked of the committee on the federal side, by whoever holds a seat or its office', () => {
    const item = signed(options);
    item.decide('committee-invitation#1', 'invited', officerOf('secretary', null));
    expect(item.authority).toMatchObject({ role: 'secretary', agencyCode: null });
  });
});

describe('the decision of the committee within a case', () => {
  it.each([
    [3, 13],
    [2, 0],
  ])('of %i votes for and %i against ends it', (yes, no) => {
    const item = signed();
    item.go('committee-invitation invited');
    voteOf(item, yes, no);
    if (yes + no < 12) item.go('no-quorum-follow-up no-new-ballot');
    item.go('committee-minutes');
    expect(item.current.outcome).toBe('not-approved');
  });

  it('holds for the text that was voted on: with another the levels sign anew, and the seats are asked anew', () => {
    const item = signed();
    item.go('committee-invitation invited');
    voteOf(item, 13, 3);
    item.go('committee-minutes');
    revise(item);
    item.go(...levels);
    expect(item.openSteps()).toEqual(['committee-invitation#2']);
    item.go('committee-invitation invited');
    voteOf(item, 23, 0);
    item.go('committee-minutes');
    expect(item.openSteps()).toEqual(['transmission#1']);
  });

  it('stays what it was when the request has been sent', () => {
    const item = signed();
    item.go('committee-invitation invited');
    voteOf(item, 23, 0);
    item.go('committee-minutes', 'transmission');
    expect(() => revise(item)).toThrow('content-signed-out');
    expect(item.openSteps()).toEqual(['receipt#1']);
  });
});
