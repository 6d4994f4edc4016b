import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { checkProjections } from '../../../activities/register/rebuild';
import { writeEvents } from '../../../activities/register/write-events';
import { genesisHash } from '../../../domain/case/chain';
import type { EventBody, FactRecord } from '../../../domain/case/events';
import { createTestRegister, type TestRegister } from '../../support/test-register';
import { contentSummary } from '../../workflows/in-memory-case';

let register: TestRegister;
let liaison: string;
let proposer: string;
let second: string;

beforeAll(async () => {
  register = await createTestRegister();
  const { officer } = register.prisma;
  const manager = await officer.findUniqueOrThrow({ where: { subject: 'manager.baghdad' } });
  ({ id: liaison } = await officer.findUniqueOrThrow({ where: { subject: 'liaison.baghdad' } }));
  proposer = manager.id;
  second = randomUUID();
  await officer.create({ data: { ...manager, id: second, subject: `second-${second}` } });
});
afterAll(() => register.stop());

const agencyCode = 'AHTD-BAGHDAD';
const recorded: FactRecord = {
  occurredAt: '2026-03-01T08:00:00.000Z',
  zone: 'Asia/Baghdad',
  outcome: 'transmitted',
  codes: [],
  limitDate: null,
};
const corrected: FactRecord = { ...recorded, occurredAt: '2026-03-01T09:00:00.000Z' };
const fact = { key: 'transmission#1', step: 'transmission', details: null, proof: [] };
const correction = 'fact-correction#1';

/** Writes one command's events after those that the case has. */
async function write(caseId: string, actorId: string, events: readonly EventBody[]) {
  const { seq } = await register.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const at = new Date().toISOString();
  const request = {
    caseId,
    expectedSeq: seq,
    commandId: randomUUID(),
    actorId,
    actingForId: null,
    at,
    events,
  };
  return await writeEvents(register.prisma, { ...request, role: null });
}

function opened(key: string, kind: 'fact' | 'correction'): EventBody {
  const step = key.replace('#1', '');
  return { type: 'stepOpened', key, step, visit: 1, kind, queue: 'todo', role: 'manager', outcomes: [] };
}

/** A case with a fact, and a correction of it that waits for a second person. */
async function caseWithProposal(): Promise<string> {
  const caseId = randomUUID();
  const contentId = randomUUID();
  const procedure = { procedure: 'outgoing-extradition', procedureVersion: 1 };
  await register.prisma.case.create({
    data: {
      id: caseId,
      ...procedure,
      status: 'draft',
      requestingState: 'IQ',
      requestedState: 'SE',
      urgency: 'provisional-arrest-requested',
      confidential: true,
      agencyCode,
      createdById: liaison,
      responsibleOfficerId: liaison,
      headHash: genesisHash(caseId),
      updatedAt: new Date(),
    },
  });
  await register.prisma.caseContent.create({
    data: { id: contentId, caseId, body: {}, hash: 'hash-1', editedById: liaison, editedAt: new Date() },
  });
  const content = contentSummary({ id: contentId, editorId: liaison });
  await write(caseId, liaison, [
    { type: 'caseOpened', ...procedure, creatorId: liaison, agencyCode, content, reopens: null },
    opened('transmission#1', 'fact'),
    { type: 'factRecorded', ...fact, officerId: liaison, fact: recorded },
    { type: 'stepClosed', key: 'transmission#1', outcome: 'transmitted' },
  ]);
  const note = { id: randomUUID(), hash: 'hash' };
  await write(caseId, proposer, [
    opened(correction, 'correction'),
    {
      type: 'correctionProposed',
      key: correction,
      factKey: 'transmission#1',
      officerId: proposer,
      fact: corrected,
      reason: note,
      details: null,
      proof: [],
    },
  ]);
  return caseId;
}

interface Persons {
  readonly officerId: string;
  readonly actingForId: string | null;
}

function decided({ officerId, actingForId }: Persons, outcome: 'confirmed' | 'rejected'): EventBody {
  const signed = { stage: 'fact-correction', fourEyes: false, reason: null, contentHash: 'hash-1' };
  return { type: 'decisionMade', key: correction, ...signed, outcome, officerId, actingForId };
}

const superseded = (): EventBody => ({
  type: 'factSuperseded',
  ...fact,
  officerId: proposer,
  previous: recorded,
  fact: corrected,
});

/** The events with which a correction is confirmed. */
function confirming(persons: Persons): EventBody[] {
  return [
    decided(persons, 'confirmed'),
    superseded(),
    { type: 'stepClosed', key: correction, outcome: 'confirmed' },
  ];
}

const byProposer: readonly [string, () => Persons][] = [
  ['who proposed it', () => ({ officerId: proposer, actingForId: null })],
  ['who acts for the one that proposed it', () => ({ officerId: second, actingForId: proposer })],
  ['who proposed it, acting for another', () => ({ officerId: proposer, actingForId: second })],
];

describe('a correction', () => {
  it('counts when a second person has confirmed it', async () => {
    const caseId = await caseWithProposal();
    await write(caseId, second, confirming({ officerId: second, actingForId: null }));
    const facts = await register.prisma.fact.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
    expect(facts.map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
      recorded.occurredAt,
      corrected.occurredAt,
    ]);
    expect(await checkProjections(register.prisma, caseId)).toEqual([]);
  });

  it.each(byProposer)('is not confirmed by an officer %s', async (_who, persons) => {
    const caseId = await caseWithProposal();
    const before = await register.prisma.caseEvent.count({ where: { caseId } });
    await expect(write(caseId, persons().officerId, confirming(persons()))).rejects.toMatchObject({
      type: 'Refusal',
      nonRetryable: true,
      message: 'four-eyes',
    });
    expect(await register.prisma.caseEvent.count({ where: { caseId } })).toBe(before);
    expect(await register.prisma.decision.count({ where: { caseId } })).toBe(0);
  });

  it('is not rejected by the officer who proposed it either', async () => {
    const caseId = await caseWithProposal();
    const rejected = decided({ officerId: proposer, actingForId: null }, 'rejected');
    await expect(write(caseId, proposer, [rejected])).rejects.toMatchObject({ message: 'four-eyes' });
  });

  it.each(byProposer)('takes no decision row of an officer %s, whoever inserts it', async (_who, persons) => {
    const caseId = await caseWithProposal();
    const task = await register.prisma.task.findFirstOrThrow({ where: { caseId, stepKey: correction } });
    const { officerId, actingForId } = persons();
    const client = new Client({ connectionString: register.ownerUrl });
    await client.connect();
    const inserted = client.query(
      `INSERT INTO "Decision" ("id", "caseId", "taskId", "stepKey", "stage", "fourEyes", "outcome", "officerId",
         "actingForId", "contentHash", "decidedAt")
       VALUES ($1, $2, $3, $4, 'fact-correction', false, 'confirmed', $5, $6, 'hash-1', now())`,
      [randomUUID(), caseId, task.id, correction, officerId, actingForId],
    );
    await expect(inserted.finally(() => client.end())).rejects.toThrow('taslim:four-eyes: proposer');
  });
});

describe('a fact', () => {
  const bySecond = (outcome: 'confirmed' | 'rejected') =>
    decided({ officerId: second, actingForId: null }, outcome);

  it.each<[string, () => EventBody[]]>([
    ['without a decision', () => [superseded()]],
    ['by a decision that rejects', () => [bySecond('rejected'), superseded()]],
    ['before the decision', () => [superseded(), bySecond('confirmed')]],
    [
      'that the proposal does not name',
      () => [bySecond('confirmed'), { ...superseded(), key: 'receipt#1' } as EventBody],
    ],
  ])('is not superseded %s', async (_how, events) => {
    const caseId = await caseWithProposal();
    await expect(write(caseId, second, events())).rejects.toMatchObject({ message: 'four-eyes' });
  });

  it('is not superseded by a confirmation of another command', async () => {
    const caseId = await caseWithProposal();
    await write(caseId, second, [bySecond('confirmed')]);
    await expect(write(caseId, second, [superseded()])).rejects.toMatchObject({ message: 'four-eyes' });
  });
});
