import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';

const { legal, directorate, council, foreign, liaison, manager, ncb } = officers;
const at = (day: string) => `${day}T06:00:00.000Z`;

function arrested(): InMemoryCase {
  const item = new InMemoryCase(outgoingExtraditionProcedure, at('2026-02-20'));
  item.open();
  item.decide('urgent-approval#1', 'approved', legal);
  item.fact('provisional-arrest-request', 'sent', item.now);
  item.now = at('2026-03-03');
  item.fact('provisional-arrest', 'arrested', item.now);
  return item;
}

function noticed(): InMemoryCase {
  const item = arrested();
  item.decide('legal-review#1', 'approved', legal);
  item.decide('assurances#1', 'approved', directorate);
  item.decide('judicial-council#1', 'approved', council);
  item.decide('foreign-ministry#1', 'approved', foreign);
  for (const [step, outcome] of [
    ['transmission', 'transmitted'],
    ['receipt', 'received'],
    ['opinion', 'no-obstacle'],
    ['judgment', 'no-obstacle'],
    ['decision', 'granted'],
    ['notice-of-decision', 'notified'],
    ['escort-order', 'ordered'],
  ] as const) {
    item.fact(step, outcome, item.now);
  }
  return item;
}

function correct(item: InMemoryCase, factKey: string, occurredAt: string): void {
  const fact = item.current.steps[factKey]?.fact;
  if (!fact) throw new Error(`${factKey} has no fact`);
  const reason = { id: 'note-1', hash: 'hash' };
  const corrected = { ...fact, occurredAt };
  item.take({
    type: 'correctFact',
    officerId: ncb,
    factKey,
    fact: corrected,
    reason,
    details: null,
    proof: [document],
  });
}

describe('what the model found', () => {
  it('is a draft again when an edit brings the person checks back', () => {
    const item = new InMemoryCase(outgoingExtraditionProcedure, at('2026-02-20'));
    item.open({ urgency: 'ordinary' });
    const content = { ...item.current.content, version: 2, hash: 'hash-2', findings: ['minor'] };
    item.take({ type: 'reviseContent', officerId: liaison, content });
    expect(item.openSteps()).toEqual(['person-checks#1']);
    expect(item.current.status).toBe('draft');
  });

  it('does not confirm a correction that what was recorded since leaves no room for', () => {
    const item = arrested();
    item.now = at('2026-03-08');
    correct(item, 'provisional-arrest#1', at('2026-03-06'));
    item.fact('release-abroad', 'released', at('2026-03-05'));
    expect(() => item.decide('fact-correction#1', 'confirmed', manager)).toThrow('before-its-cause');
    item.decide('fact-correction#1', 'rejected', manager, { reasonId: 'note-1' });
    expect(item.current.custody['provisional-arrest']).toMatchObject({
      beganAt: at('2026-03-03'),
      endedAt: at('2026-03-05'),
    });
  });

  it('corrects an order, or a surrender that failed, within its own round', () => {
    const item = noticed();
    item.now = at('2026-03-10');
    item.fact('surrender', 'not-taken-over', item.now);
    item.decide('not-taken-over-follow-up#1', 'new-date', manager, { reasonId: 'note-1' });
    item.now = at('2026-03-20');
    item.fact('surrender-date', 'agreed', item.now, { limitDate: '2026-04-01' });
    item.fact('escort-order', 'ordered', item.now);
    correct(item, 'surrender-date#2', at('2026-03-19'));
    correct(item, 'surrender#1', at('2026-03-09'));
    expect(() => correct(item, 'escort-order#1', at('2026-03-11'))).toThrow('before-its-cause');
    item.decide('fact-correction#1', 'confirmed', manager);
    item.decide('fact-correction#2', 'confirmed', manager);
    expect(item.current.steps['surrender-date#2']?.fact?.occurredAt).toBe(at('2026-03-19'));
    expect(item.current.steps['surrender#1']?.fact?.occurredAt).toBe(at('2026-03-09'));
  });

  it('corrects the beginning of the custody abroad when the person has been surrendered', () => {
    const item = noticed();
    item.now = at('2026-03-10');
    item.fact('surrender', 'surrendered', item.now);
    correct(item, 'provisional-arrest#1', at('2026-03-01'));
    item.decide('fact-correction#1', 'confirmed', manager);
    expect(item.current.custody).toMatchObject({
      'provisional-arrest': { beganAt: at('2026-03-01'), endedAt: at('2026-03-10') },
      surrender: { beganAt: at('2026-03-10'), endedAt: null },
    });
  });
});
