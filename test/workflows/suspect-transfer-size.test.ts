import { baghdad, duties, erbil, officerOf, TransferCase } from './transfer-case';

/** Temporal refuses a payload of this size; the state is carried in one when a case continues as new. */
const refusedBytes = 2 * 1024 * 1024;
const note = { id: '00000000-0000-4000-8000-000000000100', hash: 'a'.repeat(64) };
const day = 86_400_000;

const sizeOf = (item: TransferCase) => JSON.stringify(item.current).length;

function times(count: number, what: () => void): void {
  for (let index = 0; index < count; index += 1) what();
}

function opened(): TransferCase {
  const item = new TransferCase('KRG');
  item.open({ id: note.id, hash: note.hash, alreadyHeld: true });
  item.go('arrest', ...duties, 'detention-order');
  return item;
}

/** Nobody is arrested again before a judge has endorsed the warrant. */
function endorse(item: TransferCase): void {
  item.go(...item.pathToTransmission, 'receipt', 'cross-check-there', 'endorsement');
}

function endorsed(): TransferCase {
  const item = opened();
  endorse(item);
  return item;
}

function edit(item: TransferCase): void {
  const { content } = item.current;
  const version = content.version + 1;
  const officerId = officerOf('liaison', erbil.agencyCode);
  const hash = `${version}`.padStart(64, '0');
  item.take({ type: 'reviseContent', officerId, content: { ...content, version, hash } });
  item.go('cross-check', 'request-regional-approval');
}

function askAndAnswer(item: TransferCase): void {
  const { agencyCode } = baghdad;
  const officerId = officerOf('liaison', agencyCode);
  const asked = { kind: 'question', step: null, note, documents: [], contentHash: null } as const;
  item.take({ type: 'sendMessage', officerId, agencyCode, ...asked });
  item.go('answer', 'message-receipt', 'message-receipt');
}

function renew(item: TransferCase): void {
  item.passTimeUntil(new Date(Date.parse(item.now) + 14 * day).toISOString());
  item.go('detention-order');
}

const bail = (item: TransferCase) =>
  item.go('release released-on-bail', 'arrest', ...duties, 'detention-order');

describe('the size of what a long transfer remembers', () => {
  it.each([
    ['an edit that is signed again', opened, edit, 0],
    ['a renewed order of detention', opened, renew, 3_500],
    ['a period of custody between two arrests', endorsed, bail, 12_500],
    ['a question with its answer', opened, askAndAnswer, 900],
  ] as const)('grows by little with %s', (_what, begin, visit, atMost) => {
    const item = begin();
    times(3, () => visit(item));
    const before = sizeOf(item);
    times(10, () => visit(item));
    // Numbers of versions, visits and events grow by a digit now and then.
    expect((sizeOf(item) - before) / 10).toBeLessThanOrEqual(atMost + 5);
  });

  it('is a small part of what Temporal takes with 20 periods, 40 orders, and many edits and messages', () => {
    const item = opened();
    times(30, () => edit(item));
    item.go('transmission', 'receipt', 'cross-check-there', 'endorsement');
    times(20, () => {
      renew(item);
      bail(item);
    });
    times(30, () => askAndAnswer(item));
    expect(sizeOf(item)).toBeLessThan(refusedBytes / 6);
  });
});
