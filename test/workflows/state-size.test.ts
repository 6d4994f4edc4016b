import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';

/** Temporal warns of a payload of this size; the state is carried in one when a case continues as new. */
const payloadBytes = 256 * 1024;
const { legal, directorate, council, foreign, liaison, manager, ncb } = officers;
const reason = { id: '00000000-0000-4000-8000-000000000100', hash: 'a'.repeat(64) };

const sizeOf = (item: InMemoryCase) => JSON.stringify(item.current).length;

function opened(): InMemoryCase {
  const item = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-20T06:00:00.000Z');
  item.open({ id: reason.id, hash: reason.hash });
  item.decide('urgent-approval#1', 'approved', legal);
  item.fact('provisional-arrest-request', 'sent', item.now);
  item.fact('provisional-arrest', 'arrested', item.now);
  return item;
}

function sign(item: InMemoryCase): void {
  item.decide('legal-review#1', 'approved', legal);
  item.decide('assurances#1', 'approved', directorate);
  item.decide('judicial-council#1', 'approved', council);
  item.decide('foreign-ministry#1', 'approved', foreign);
}

function received(): InMemoryCase {
  const item = opened();
  sign(item);
  item.fact('transmission', 'transmitted', item.now);
  item.fact('receipt', 'received', item.now);
  return item;
}

function noticed(): InMemoryCase {
  const item = received();
  item.fact('opinion', 'no-obstacle', item.now);
  item.fact('judgment', 'no-obstacle', item.now);
  item.fact('decision', 'granted', item.now);
  item.fact('notice-of-decision', 'notified', item.now);
  item.fact('escort-order', 'ordered', item.now);
  return item;
}

function editAndSign(item: InMemoryCase): void {
  const version = item.current.content.version + 1;
  const hash = `${version}`.padStart(64, '0');
  item.take({
    type: 'reviseContent',
    officerId: liaison,
    content: { ...item.current.content, version, hash },
  });
  sign(item);
}

function restAndGoOn(item: InMemoryCase): void {
  for (const type of ['suspend', 'resume'] as const) item.take({ type, officerId: manager, reason });
}

function askAndAnswer(item: InMemoryCase): void {
  const step = 'supplementary-information';
  const common = { officerId: liaison, occurredAt: item.now };
  const request = { items: ['photograph', 'fingerprints'], answerBy: '2026-12-31', zone: 'UTC' };
  item.take({ type: 'requestDocuments', ...common, step, ...request, details: null, proof: [] });
  const key = item.openSteps().find((open) => open.startsWith(step)) ?? '';
  const openedSeq = item.current.steps[key]?.openedSeq ?? 0;
  const items = request.items.map((entry) => ({ item: entry, document }));
  item.take({ type: 'provideDocuments', ...common, step: { key, openedSeq }, items });
}

function failToTakeOver(item: InMemoryCase): void {
  item.fact('surrender', 'not-taken-over', item.now);
  const key = item.openSteps().find((open) => open.startsWith('not-taken-over')) ?? '';
  item.decide(key, 'new-date', manager, { reasonId: reason.id });
  item.fact('surrender-date', 'agreed', item.now, { limitDate: item.now.slice(0, 10) });
  item.fact('escort-order', 'ordered', item.now);
}

function correct(item: InMemoryCase): void {
  const factKey = 'provisional-arrest#1';
  const fact = item.current.steps[factKey]?.fact;
  if (!fact) throw new Error('nobody was arrested');
  item.take({ type: 'correctFact', officerId: ncb, factKey, fact, reason, details: null, proof: [] });
  const key = item.openSteps().find((open) => open.startsWith('fact-correction')) ?? '';
  item.decide(key, 'confirmed', manager);
}

describe('the size of what a case remembers', () => {
  it.each([
    ['an edit that is signed again', opened, editAndSign, 0],
    ['a rest', received, restAndGoOn, 0],
    ['a round of documents', received, askAndAnswer, 600],
    ['a surrender that failed', noticed, failToTakeOver, 2_600],
    ['a correction', opened, correct, 500],
  ] as const)('grows by little with %s', (_what, begin, visit, atMost) => {
    const item = begin();
    for (let times = 0; times < 10; times += 1) visit(item);
    const before = sizeOf(item);
    for (let times = 0; times < 50; times += 1) visit(item);
    const grown = Math.round((sizeOf(item) - before) / 50);
    // Numbers of versions and events grow by a digit now and then.
    expect(grown).toBeLessThanOrEqual(atMost + 1);
    const visitsUntilTooLarge = (payloadBytes - before) / grown;
    expect(visitsUntilTooLarge).toBeGreaterThan(100);
  });
});
