import type { GivenCommand } from './in-memory-case';
import { baghdad, duties, erbil, officerOf, TransferCase } from './transfer-case';

const reason = { id: 'note-1', hash: 'hash' };

function edit(item: TransferCase, changes: object = {}): void {
  const { content } = item.current;
  const version = content.version + 1;
  const officerId = officerOf('liaison', baghdad.agencyCode);
  const hash = `hash-${version}`;
  item.take({ type: 'reviseContent', officerId, content: { ...content, version, hash, ...changes } });
}

function opened(changes: object = {}): TransferCase {
  const item = new TransferCase();
  item.open(changes);
  return item;
}

function say(
  kind: 'information' | 'question',
  { agencyCode }: { readonly agencyCode: string },
): GivenCommand {
  const officerId = officerOf('liaison', agencyCode);
  const common = { step: null, note: reason, documents: [], contentHash: null };
  return { type: 'sendMessage', officerId, agencyCode, kind, ...common };
}

describe('an edit of the request', () => {
  it('reopens the search and the checks, and withdraws what was approved on the old words', () => {
    const item = opened();
    item.go('cross-check', 'request-legal-review', 'request-approval');
    edit(item);
    expect(item.openSteps()).toEqual(['cross-check#1', 'warrant-cancellation#1']);
    expect(item.current.status).toBe('draft');
    item.go('cross-check');
    expect(item.openSteps()).toEqual(['request-legal-review#1', 'warrant-cancellation#1']);
  });

  it('brings findings that a legal reviewer has to look at', () => {
    const item = opened();
    item.go('cross-check', 'request-legal-review');
    edit(item, { findings: ['minor'] });
    item.go('cross-check');
    expect(item.openSteps()).toContain('person-checks#1');
  });

  it('leaves the custody of who is held as it is', () => {
    const item = opened({ alreadyHeld: true });
    item.go('arrest', ...duties);
    const { custody } = item.current;
    edit(item);
    expect(item.current.custody).toEqual(custody);
    expect(item.openSteps()).toEqual(expect.arrayContaining(['release#1', 'detention-order#1']));
  });

  it('is not possible any more when the request is with the other side', () => {
    const item = opened();
    item.go(...item.pathToTransmission);
    expect(() => edit(item)).toThrow('content-signed-out');
  });
});

describe('an approval', () => {
  it('that was acted on by the transmission is not taken back', () => {
    const item = opened();
    item.go(...item.pathToTransmission);
    const key = 'request-approval#1';
    const { openedSeq = 0 } = item.current.steps[key] ?? {};
    const officerId = officerOf('directorate-approver', baghdad.agencyCode);
    const command = { type: 'rescind', officerId, step: { key, openedSeq }, reason } as const;
    expect(() => item.take(command)).toThrow('acted-on');
  });

  it('that was refused may be taken back while the case is open over a person who is held', () => {
    const item = opened({ alreadyHeld: true });
    item.go('arrest', 'cross-check', 'request-legal-review refused');
    const key = 'request-legal-review#1';
    const { openedSeq = 0 } = item.current.steps[key] ?? {};
    const officerId = officerOf('legal-reviewer', baghdad.agencyCode);
    item.take({ type: 'rescind', officerId, step: { key, openedSeq }, reason });
    item.go('request-legal-review approved');
    expect(item.openSteps()).toContain('request-approval#1');
    expect(item.current.status).toBe('legal-review');
  });

  it('is not given to the transmission by the wrong side', () => {
    const item = opened();
    item.go('cross-check', 'request-legal-review', 'request-approval');
    const send = () => item.send('transmission#1', officerOf('liaison', erbil.agencyCode), erbil.agencyCode);
    expect(send).toThrow('not-open');
  });

  it('is of what was read: a request that was edited since is not sent', () => {
    const item = opened();
    item.go('cross-check', 'request-legal-review', 'request-approval');
    const { openedSeq = 0 } = item.current.steps['transmission#1'] ?? {};
    const send = { ...say('information', baghdad), kind: null, step: { key: 'transmission#1', openedSeq } };
    const stale = { ...send, contentHash: 'hash-0' } as GivenCommand;
    expect(() => item.take(stale)).toThrow('content-changed');
  });
});

describe('a message', () => {
  it('does not reach the other side before the request itself has', () => {
    expect(() => opened().take(say('question', baghdad))).toThrow('not-transmitted');
    const held = opened({ alreadyHeld: true });
    expect(held.take(say('question', baghdad)).map(({ type }) => type)).toContain('messageSent');
  });

  it('is acknowledged by the other side, and a question is answered', () => {
    const item = opened();
    item.go(...item.pathToTransmission, 'receipt');
    item.take(say('question', erbil));
    expect(item.current.steps['answer#1']?.agencyCode).toBe(baghdad.agencyCode);
    item.go('answer');
    expect(item.current.steps['message-receipt#2']?.agencyCode).toBe(erbil.agencyCode);
    item.go('message-receipt', 'message-receipt');
    expect(item.openSteps().filter((key) => /receipt|answer/.test(key))).toEqual([]);
  });

  it('of nobody in the case is refused', () => {
    const item = opened({ alreadyHeld: true });
    expect(() => item.take(say('question', { agencyCode: 'AHTD-BASRA' }))).toThrow('no-other-side');
  });

  it('is not answered by the side that asked', () => {
    const item = opened({ alreadyHeld: true });
    item.take(say('question', baghdad));
    const officerId = officerOf('liaison', baghdad.agencyCode);
    expect(() => item.send('answer#1', officerId, baghdad.agencyCode)).toThrow('not-open');
  });

  it('that is sent while the case rests has its service level when it goes on, and not twice', () => {
    const item = opened({ alreadyHeld: true });
    const officerId = officerOf('manager', baghdad.agencyCode);
    item.take({ type: 'suspend', officerId, reason });
    const levels = () => Object.values(item.current.clocks).filter(({ stepKey }) => stepKey === 'answer#1');
    item.take(say('question', baghdad));
    expect(levels()).toEqual([]);
    item.take({ type: 'resume', officerId, reason });
    expect(levels()).toHaveLength(1);
  });
});

describe('a case that is ended by a manager', () => {
  it('is open until nobody is held because of it', () => {
    const item = opened({ alreadyHeld: true });
    item.go('arrest');
    const officerId = officerOf('manager', baghdad.agencyCode);
    item.take({ type: 'endCase', officerId, outcome: 'withdrawn', reason });
    expect(item.current.status).toBe('release-due');
    item.go('release');
    expect(item.current.outcome).toBe('withdrawn');
  });
});
