import { completeEvents } from '../../domain/case/complete';
import { Refusal } from '../../domain/case/refusal';
import { rehearse } from '../../services/import/rehearse';
import { plan } from '../../workflows/commands/plan';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { shippedCompletion } from '../support/completion';
import { importPositions, type PositionItem } from '../support/import-positions';
import { imported, importOf, note, pastItemOf, rehearsed } from './imported-case';
import { document, InMemoryCase } from './in-memory-case';

const now = '2026-06-20T10:00:00.000Z';
const positions = importPositions(new Date(now));
const zone = 'Europe/Stockholm';

const signOff = (step: string, decidedAt: string, outcome = 'approved'): PositionItem => ({
  kind: 'sign-off',
  step,
  outcome,
  decidedAt,
});
const fact = (step: string, outcome: string, occurredAt: string, more = {}): PositionItem => ({
  kind: 'fact',
  fact: { step, outcome, occurredAt, zone, ...more },
});

const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T09:00:00.000Z`;
const signed = [
  signOff('legal-review', day(1)),
  signOff('assurances', day(2)),
  signOff('judicial-council', day(3)),
  signOff('foreign-ministry', day(4)),
];
const transmitted = [...signed, fact('transmission', 'transmitted', day(5))];
const arrested = [
  signOff('urgent-approval', day(1)),
  fact('provisional-arrest-request', 'sent', day(2)),
  fact('provisional-arrest', 'arrested', day(10)),
];
const urgent = 'provisional-arrest-requested';

/** Why a past is refused, and which item is to blame. */
function refusalOf(work: () => unknown): Pick<Refusal, 'code' | 'params'> | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, params: error.params };
  }
}

const refused = (past: readonly PositionItem[], urgency: 'ordinary' | typeof urgent = 'ordinary') =>
  refusalOf(() => rehearsed(urgency, past.map(pastItemOf), now));

describe('a past that does not fit is refused with the item and the reason', () => {
  it.each<[string, PositionItem[], string, object]>([
    [
      'a step that is not open yet',
      [...signed, fact('receipt', 'received', day(6))],
      'not-open',
      { item: 4 },
    ],
    ['a step that there is not', [signOff('party', day(1))], 'not-open', { item: 0 }],
    [
      'sign-offs out of order',
      [signOff('assurances', day(1)), signOff('legal-review', day(2))],
      'not-open',
      { item: 0 },
    ],
    [
      'the same sign-off twice',
      [signOff('legal-review', day(1)), signOff('legal-review', day(2))],
      'already-decided',
      { item: 1 },
    ],
    [
      'a sign-off before the one in front of it',
      [signOff('legal-review', day(2)), signOff('assurances', day(1))],
      'before-its-cause',
      { item: 1, cause: 'legal-review', causeOccurredAt: day(2) },
    ],
    [
      'a sign-off with an outcome that there is not',
      [signOff('legal-review', day(1), 'maybe')],
      'unknown-outcome',
      { item: 0, possible: ['approved', 'refused'] },
    ],
    [
      'a fact with an outcome that there is not',
      [...signed, fact('transmission', 'lost', day(5))],
      'unknown-outcome',
      { item: 4 },
    ],
    [
      'a fact in the future',
      [...signed, fact('transmission', 'transmitted', '2026-06-20T10:00:00.001Z')],
      'in-the-future',
      { item: 4 },
    ],
    [
      'a sign-off in the future',
      [signOff('legal-review', '2027-01-01T00:00:00.000Z')],
      'in-the-future',
      { item: 0 },
    ],
    [
      'a fact before its cause',
      [...transmitted, fact('receipt', 'received', day(4))],
      'before-its-cause',
      { item: 5, cause: 'transmission' },
    ],
    [
      'a sign-off at a step that is a fact',
      [...signed, signOff('transmission', day(5), 'transmitted')],
      'not-open',
      { item: 4 },
    ],
    ['a fact at a step that is signed', [fact('legal-review', 'approved', day(1))], 'not-open', { item: 0 }],
    [
      'a case that is over',
      [
        ...transmitted,
        fact('receipt', 'received', day(6)),
        fact('opinion', 'manifestly-unfounded', day(7)),
        fact('decision', 'refused', day(8)),
        signOff('refusal-follow-up', day(9), 'no-further-action'),
      ],
      'already-over',
      { item: 8, outcome: 'refused' },
    ],
    [
      'a case that was refused here',
      [signOff('legal-review', day(1), 'refused')],
      'already-over',
      { item: 0, outcome: 'not-approved' },
    ],
    [
      'the answer to a limit that has not passed',
      [signOff('release-expected', day(1))],
      'not-open',
      { item: 0 },
    ],
  ])('%s', (_name, past, code, params) => {
    expect(refused(past)).toEqual({ code, params: expect.objectContaining(params) });
  });

  it('a limit date before its event, also behind other items', () => {
    const past = [
      ...arrested.slice(0, 2),
      fact('provisional-arrest', 'arrested', day(10), { limitDate: '2026-05-09' }),
      ...signed.map((item) => ({ ...item, decidedAt: day(20) }) as PositionItem),
    ];
    expect(refused(past, urgent)).toMatchObject({ code: 'limit-date-too-early', params: { item: 2 } });
  });

  it('the answer to a passed limit before it had passed', () => {
    const past = [...arrested, signOff('release-expected', day(20), 'still-held')];
    expect(refused(past, urgent)).toMatchObject({ code: 'not-open', params: { item: 3 } });
  });

  it('proof that the step requires', () => {
    const past = [...transmitted, fact('receipt', 'received', day(6))].map(pastItemOf);
    const unproved = past.map((item) => ({ ...item, proof: [] }));
    expect(refusalOf(() => rehearsed('ordinary', unproved, now))).toMatchObject({
      code: 'proof-missing',
      params: { item: 5 },
    });
  });

  it('an answer to what was not asked, and an answer without a question', () => {
    const received = [...transmitted, fact('receipt', 'received', day(6))];
    const asked = {
      kind: 'request',
      request: { items: ['photograph'], occurredAt: day(7), answerBy: '2026-06-30', zone },
    } as const;
    const step = 'supplementary-information';
    const answer = (item: string, occurredAt: string) =>
      ({ kind: 'answer', step, items: [{ item, document }], occurredAt }) as const;
    const told = (items: readonly PositionItem[], ...answers: ReturnType<typeof answer>[]) =>
      refusalOf(() => rehearsed('ordinary', [...items.map(pastItemOf), ...answers], now));
    expect(told(received, answer('photograph', day(8)))).toMatchObject({
      code: 'not-open',
      params: { item: 6 },
    });
    expect(told([...received, asked], answer('judgment', day(8)))).toMatchObject({
      code: 'item-not-asked',
      params: { item: 7 },
    });
    expect(told([...received, asked], answer('photograph', day(6)))).toMatchObject({
      code: 'before-its-cause',
      params: { item: 7 },
    });
    expect(told([...received, asked], answer('photograph', day(8)))).toBeNull();
  });

  it('names the first of several that do not fit', () => {
    expect(refused([signOff('party', day(1)), signOff('nobody', day(2))])?.params.item).toBe(0);
  });
});

describe('an import', () => {
  const position = positions['received too late'];
  const past = position?.past.map(pastItemOf) ?? [];

  it('of a case that is there already is refused', () => {
    const item = imported(urgent, past, now);
    const { expected } = rehearsed(urgent, past, now);
    const again = refusalOf(() => item.take({ ...importOf(urgent, past), expected }));
    expect(again?.code).toBe('already-open');
  });

  it('without a title is refused like an opening', () => {
    const { expected: _none, commandId: _no, ...command } = importOf(urgent, []);
    const blocked = { ...command, content: { ...command.content, blocking: ['title'] } };
    const item = { caseId: 'case-1', procedure: outgoingExtraditionProcedure.name, command: blocked };
    expect(refusalOf(() => rehearse(item, shippedCompletion(now)))).toEqual({
      code: 'cannot-proceed',
      params: { missing: ['title'] },
    });
  });

  it('that was computed with another calendar than the write step finds is refused', () => {
    const { expected } = rehearsed(urgent, past, now);
    const [key, terms] = Object.entries(expected.terms)[0] ?? [];
    if (!key || !terms) throw new Error('no limit ran');
    const moved = { ...terms, dueAt: '2026-12-31T00:00:00.000Z' };
    const command = {
      ...importOf(urgent, past),
      expected: { ...expected, terms: { ...expected.terms, [key]: moved } },
    };
    expect(refusalOf(() => new InMemoryCase(outgoingExtraditionProcedure, now).take(command))?.code).toBe(
      'dates-changed',
    );
  });

  it('that was computed with another law than the write step finds is refused', () => {
    const { expected } = rehearsed(urgent, past, now);
    const command = {
      ...importOf(urgent, past),
      expected: { ...expected, law: { ...expected.law, limits: [] } },
    };
    const { events } = plan(outgoingExtraditionProcedure, 'case-1', null, command, now);
    expect(refusalOf(() => completeEvents(events, shippedCompletion(now)))?.code).toBe('dates-changed');
  });

  it('says where it comes from, and what is free text only by a note', () => {
    const item = imported(urgent, past, now);
    expect(item.events[1]).toEqual({
      type: 'caseImported',
      source: 'old-list',
      officerId: expect.any(String),
      note,
    });
  });
});
