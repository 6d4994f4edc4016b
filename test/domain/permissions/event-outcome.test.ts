import type { EventBody } from '../../../domain/case/events';
import { authorsOf } from '../../../domain/permissions/event-authors';
import { outcomeOfEvent } from '../../../domain/permissions/event-outcome';

const secret = 'secret';
const note = { id: secret, hash: secret };
const proof = [{ id: secret, sha256: secret }];
const by = { officerId: secret } as const;
const fact = {
  occurredAt: '2026-03-20T06:00:00.000Z',
  zone: 'Asia/Baghdad',
  outcome: 'arrested',
  codes: [secret],
  limitDate: secret,
  signs: secret,
};
const content = {
  id: secret,
  version: 1,
  hash: secret,
  editorId: secret,
  gaps: [secret],
  blocking: [],
  findings: [secret],
  urgency: 'ordinary',
  requestingState: 'IQ',
  requestedState: 'IQ',
  confidential: true,
  documents: proof,
} as const;

/** One of every event in which somebody wrote something. */
const written: readonly EventBody[] = [
  {
    type: 'caseOpened',
    procedure: 'suspect-transfer',
    procedureVersion: 1,
    creatorId: secret,
    agencyCode: 'A',
    content,
    reopens: secret,
  },
  { type: 'caseImported', source: secret, ...by, note },
  { type: 'contentRevised', content },
  {
    type: 'decisionMade',
    key: 'k#1',
    stage: 's',
    fourEyes: true,
    outcome: 'approved',
    ...by,
    actingForId: secret,
    reason: note,
    contentHash: secret,
  },
  { type: 'signOffImported', key: 'k#1', step: 'k', outcome: 'o', decidedAt: 'd', ...by, note, proof },
  { type: 'factRecorded', key: 'k#1', step: 'k', ...by, fact, details: note, proof },
  { type: 'correctionProposed', key: 'k#1', factKey: 'f#1', ...by, fact, reason: note, details: note, proof },
  { type: 'factSuperseded', key: 'k#1', step: 'k', ...by, previous: fact, fact, details: note, proof },
  { type: 'decisionRescinded', key: 'k#1', ...by, outcome: 'approved', reason: note },
  { type: 'endingDecided', outcome: 'withdrawn', ...by, reason: note },
  { type: 'caseSuspended', ...by, reason: note },
  { type: 'caseResumed', ...by, reason: note },
  { type: 'responsibleChanged', ...by, reason: note },
  {
    type: 'documentsRequested',
    key: 'k#1',
    ...by,
    items: [secret],
    answerBy: 'd',
    zone: 'z',
    occurredAt: 'o',
    details: note,
    proof,
  },
  { type: 'adviceAsked', key: 'k#1', role: 'manager', ...by, note },
  { type: 'noteAdded', agencyCode: 'A', ...by, note, documents: proof },
  { type: 'caseLinked', to: 'case-2', kind: 'same-act', ...by, note },
  { type: 'caseUnlinked', to: 'case-2', kind: 'same-act', ...by, reason: note },
  { type: 'documentsProvided', key: 'k#1', ...by, items: [], occurredAt: 'o' },
  {
    type: 'messageSent',
    key: 'k#1',
    kind: 'information',
    from: 'A',
    to: 'B',
    ...by,
    note,
    documents: proof,
    contentVersion: null,
    answers: null,
  },
];

describe('what the other side is shown of an event', () => {
  it.each(written.map((body) => [body.type, body] as const))('holds nothing written: %s', (_type, body) => {
    expect(JSON.stringify(body)).toContain(secret);
    expect(JSON.stringify(outcomeOfEvent(body))).not.toContain(secret);
  });

  it('is of a fact when and with what outcome it happened', () => {
    const [recorded] = written.filter(({ type }) => type === 'factRecorded');
    expect(recorded && outcomeOfEvent(recorded)).toEqual({
      type: 'factRecorded',
      key: 'k#1',
      step: 'k',
      fact: { occurredAt: fact.occurredAt, zone: fact.zone, outcome: fact.outcome },
    });
  });
});

describe('an event', () => {
  const opened = (key: string, agencyCode: string): EventBody => ({
    type: 'stepOpened',
    key,
    step: key,
    visit: 1,
    kind: 'fact',
    queue: 'todo',
    role: 'liaison',
    outcomes: [],
    agencyCode,
  });
  const told = (commandId: string, bodies: readonly EventBody[], from = 1) =>
    bodies.map((body, index) => ({ seq: from + index, commandId, body }));
  const recorded: EventBody = {
    type: 'factRecorded',
    key: 'k#1',
    step: 'k',
    ...by,
    fact,
    details: null,
    proof,
  };

  it('is of the side whose step it names, and of the officer who acted, for his agency', () => {
    const close: EventBody = { type: 'stepClosed', key: 'k#1', outcome: 'done' };
    const events = [
      ...told('open', written.slice(0, 1)),
      ...told('mine', [recorded, close, opened('next#1', 'A')], 2),
    ];
    const authors = authorsOf([...told('open', [opened('k#1', 'B')], 0), ...events]);
    expect([2, 3, 4].map((seq) => authors.get(seq))).toEqual([
      { agencyCode: 'B', actingFor: 'B', internal: false },
      { agencyCode: 'B', actingFor: 'B', internal: false },
      // A step of A that B's officer opened by what he did.
      { agencyCode: 'A', actingFor: 'B', internal: false },
    ]);
  });

  it('that tells of a note or of advice is its side’s alone', () => {
    const asked: EventBody = { type: 'adviceAsked', key: 'advice#1', role: 'manager', ...by, note };
    const noted: EventBody = { type: 'noteAdded', agencyCode: 'B', ...by, note, documents: [] };
    const step: EventBody = { ...opened('advice#1', 'B'), kind: 'advice' } as EventBody;
    const close: EventBody = { type: 'stepClosed', key: 'advice#1', outcome: 'given' };
    const authors = authorsOf([
      ...told('a', [step, asked]),
      ...told('b', [noted], 3),
      ...told('c', [close], 4),
    ]);
    for (const seq of [1, 2, 3, 4]) {
      expect(authors.get(seq)).toMatchObject({ agencyCode: 'B', internal: true });
    }
  });

  it('of an import is the owner’s, also where it tells of the other side’s steps', () => {
    const imported = written.filter(({ type }) => ['caseOpened', 'caseImported'].includes(type));
    const authors = authorsOf(told('import', [...imported, opened('k#1', 'B'), recorded]));
    expect(authors.get(4)).toEqual({ agencyCode: null, actingFor: null, internal: false });
  });
});
