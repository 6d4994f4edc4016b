import { OutgoingCase, regional } from './outgoing-case';
import { officerOf } from './transfer-case';

const federalLevels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'];
const toBaghdad = ['regional-approval', 'regional-transmission', 'regional-receipt'];
const ordinary = { urgency: 'ordinary' } as const;

function requested(changes: object = ordinary): OutgoingCase {
  const item = new OutgoingCase({ parties: regional });
  item.open(changes);
  return item;
}

function edit(item: OutgoingCase): void {
  const { content } = item.current;
  const version = content.version + 1;
  const next = { ...content, version, hash: `hash-${version}` };
  item.take({ type: 'reviseContent', officerId: content.editorId, content: next });
}

describe('a request of the Kurdistan Region', () => {
  it('goes through Erbil and the four federal levels, one after another, before it may leave', () => {
    const item = requested();
    for (const step of [...toBaghdad, ...federalLevels]) {
      expect(item.openSteps()).toEqual([`${step}#1`]);
      item.go(step);
    }
    expect(item.openSteps()).toEqual(['transmission#1']);
  });

  it.each([...federalLevels, 'regional-approval'])('does not leave when it is refused: %s', (level) => {
    const item = requested();
    const path = [...toBaghdad, ...federalLevels];
    item.go(...path.slice(0, path.indexOf(level)), `${level} refused`);
    expect(item.current).toMatchObject({ outcome: 'not-approved' });
    expect(item.events).not.toContainEqual(expect.objectContaining({ type: 'factRecorded' }));
  });

  it('is signed for each side by its own agency, and at a federal body by whoever holds its role', () => {
    const item = requested({});
    const authorities = [...toBaghdad, 'legal-review', 'assurances', 'judicial-council'].map((step) => {
      item.go(step);
      return item.authority;
    });
    expect(authorities).toEqual([
      { role: 'regional-approver', agencyCode: 'AHTD-ERBIL' },
      { role: 'liaison', agencyCode: 'AHTD-ERBIL' },
      { role: 'liaison', agencyCode: 'AHTD-BAGHDAD' },
      { role: 'legal-reviewer', agencyCode: 'AHTD-BAGHDAD' },
      { role: 'directorate-approver', agencyCode: 'AHTD-BAGHDAD' },
      { role: 'judicial-council-approver', agencyCode: null },
    ]);
    item.go('urgent-approval', 'provisional-arrest-request');
    expect(item.authority).toEqual({ role: 'ncb-liaison', agencyCode: null });
  });

  it('asks for no arrest abroad before Baghdad has it, nor after Erbil has taken its approval back', () => {
    const item = requested({});
    expect(item.openSteps()).toEqual(['regional-approval#1']);
    item.go(...toBaghdad);
    expect(item.openSteps()).toContain('urgent-approval#1');
    const step = {
      key: 'regional-approval#1',
      openedSeq: item.current.steps['regional-approval#1']?.openedSeq ?? 0,
    };
    const officerId = officerOf('regional-approver', 'AHTD-ERBIL');
    item.take({ type: 'rescind', officerId, step, reason: { id: 'note-1', hash: 'hash' } });
    expect(item.openSteps()).toEqual(['regional-approval#1']);
  });

  it('is approved and sent anew when Erbil edits it, until it has left the country', () => {
    const item = requested();
    item.go(...toBaghdad, 'legal-review');
    edit(item);
    expect(item.openSteps()).toEqual(['regional-approval#1']);
    item.go('regional-approval', 'regional-transmission');
    const sent = item.events.flatMap((event) => (event.type === 'messageSent' ? [event.contentVersion] : []));
    expect(sent).toEqual([1, 2]);
    expect(item.openSteps()).toEqual(['regional-receipt#1']);
    item.go('regional-receipt', ...federalLevels, 'transmission');
    expect(() => edit(item)).toThrow('content-signed-out');
  });

  it('is not spoken of before it has been sent', () => {
    const item = requested();
    const question = {
      type: 'sendMessage',
      officerId: officerOf('liaison', 'AHTD-ERBIL'),
      agencyCode: 'AHTD-ERBIL',
      step: null,
      kind: 'question',
      note: null,
      documents: [],
      contentHash: null,
    } as const;
    expect(() => item.take(question)).toThrow('not-transmitted');
    item.go('regional-approval', 'regional-transmission');
    item.take(question);
    expect(item.openSteps()).toContain('answer#1');
  });

  it('has its limits abroad kept by Baghdad, whose liaison officers are warned', () => {
    const item = requested({});
    item.go(...toBaghdad, 'urgent-approval', 'provisional-arrest-request', 'provisional-arrest');
    const started = item.events.find((event) => event.type === 'clockStarted' && event.rule === 'SWE23-40');
    expect(started).toMatchObject({ agencyCode: 'AHTD-BAGHDAD' });
  });
});

describe('a federal request', () => {
  it('has no sides: it begins with the checks, and its steps are no agency’s', () => {
    const item = new OutgoingCase();
    item.open(ordinary);
    expect(item.openSteps()).toEqual(['legal-review#1']);
    expect(item.current.steps['legal-review#1']?.agencyCode).toBeUndefined();
  });
});
