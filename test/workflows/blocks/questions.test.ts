import type { StepDeclaration } from '../../../domain/procedures/step';
import { fact } from '../../../workflows/blocks/fact';
import { questions } from '../../../workflows/blocks/questions';
import type { Block } from '../../../workflows/engine/block';
import type { Procedure } from '../../../workflows/engine/procedure';
import type { Run } from '../../../workflows/engine/run';
import { contentSummary, document, InMemoryCase, officers } from '../in-memory-case';

const { liaison, legal } = officers;

const table = {
  'prepared-file': {
    kind: 'fact',
    queue: 'todo',
    role: 'liaison',
    outcomes: ['prepared'],
    source: 'test',
    next: { prepared: ['asked-of-ministry'] },
  },
  'asked-of-ministry': {
    kind: 'question',
    queue: 'todo',
    role: 'liaison',
    asked: { release: 'signed-out', withdrawals: ['asked-no-more'] },
    outcomes: ['answered', 'refused', 'prepared'],
    reasonFor: ['refused'],
    source: 'test',
    next: { answered: ['onward'], refused: ['onward'], prepared: ['signed-out'] },
  },
  'signed-out': {
    kind: 'approval',
    queue: 'todo',
    role: 'legal-reviewer',
    stage: 'release',
    releases: 'asked-of-ministry',
    outcomes: ['approved', 'given-back'],
    source: 'test',
    next: { approved: ['onward'], 'given-back': [] },
  },
  'asked-no-more': {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['withdrawn'],
    source: 'test',
    next: { withdrawn: ['onward'] },
  },
  onward: {
    kind: 'fact',
    queue: 'todo',
    role: 'liaison',
    outcomes: ['done'],
    source: 'test',
    next: { done: ['end'] },
  },
} as const satisfies Record<string, StepDeclaration>;

/** A case in the middle of which questions are asked, by steps of its own. */
function* sequence(run: Run<typeof table>): Block<string> {
  yield* fact(run, 'prepared-file');
  const became = yield* questions(run, {
    question: 'asked-of-ministry',
    release: 'signed-out',
    withdrawal: 'asked-no-more',
  });
  run.status(became.join(' '));
  yield* fact(run, 'onward');
  return 'over';
}

const procedure: Procedure<typeof table> = { name: 'with-questions', version: 1, steps: table, sequence };

describe('questions as a block inside a case', () => {
  let item: InMemoryCase;
  const note = { id: 'note-1', hash: 'hash' };
  const answer = (number: number, outcome: 'answered' | 'refused' = 'answered') => {
    const key = `asked-of-ministry#${number}`;
    const step = { key, openedSeq: item.current.steps[key]?.openedSeq ?? -1 };
    const given = { step, outcome, codes: [], note, documents: [document] };
    return item.take({ type: 'answerQuestion', officerId: liaison, ...given });
  };
  const withdraw = (visit: number) =>
    item.take({
      type: 'recordFact',
      officerId: liaison,
      step: 'asked-no-more',
      visit,
      fact: { occurredAt: item.now, zone: 'UTC', outcome: 'withdrawn', codes: [], limitDate: null },
      details: null,
      proof: [],
    });

  beforeEach(() => {
    item = new InMemoryCase(procedure as Procedure, '2026-03-01T06:00:00.000Z');
    const asked = { document: false, release: false };
    const inquiry = {
      answerWithin: { amount: 1, unit: 'day' as const },
      questions: [asked, { ...asked, release: true }, asked],
    };
    item.open(contentSummary({ inquiry }));
  });

  it('open when the case comes to them, each with its withdrawal beside it', () => {
    expect(item.openSteps()).toEqual(['prepared-file#1']);
    item.fact('prepared-file', 'prepared', item.now);
    expect(item.openSteps()).toHaveLength(6);
  });

  it('let the case go on when each is answered, refused or withdrawn, in whichever order', () => {
    item.fact('prepared-file', 'prepared', item.now);
    withdraw(3);
    answer(2);
    expect(item.openSteps()).toContain('signed-out#2');
    answer(1, 'refused');
    expect(item.openSteps()).not.toContain('onward#1');
    item.decide('signed-out#2', 'approved', legal);
    expect(item.openSteps()).toEqual(['onward#1']);
    expect(item.current.status).toBe('refused answered withdrawn');
  });

  it('need nothing but the steps that they are named: a case of one agency sends no message', () => {
    item.fact('prepared-file', 'prepared', item.now);
    for (const number of [1, 2, 3]) answer(number);
    item.decide('signed-out#2', 'approved', legal);
    expect(item.events.some(({ type }) => type === 'messageSent')).toBe(false);
    item.fact('onward', 'done', item.now);
    expect(item.current.outcome).toBe('over');
  });
});
