import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { writeEvents } from '../../../activities/register/write-events';
import { chain, eventHash, genesisHash } from '../../../domain/case/chain';
import type { EventBody } from '../../../domain/case/events';
import { eventOfRow } from '../../../domain/case/stored-event';
import { createTestRegister, type TestRegister } from '../../support/test-register';
import { decision, draftOf, openedCaseOf, openingOf } from './opened-case';

let register: TestRegister;
let liaisonId: string;
let legalId: string;
let directorateId: string;

beforeAll(async () => {
  register = await createTestRegister();
  const idOf = async (subject: string) =>
    (await register.prisma.officer.findUniqueOrThrow({ where: { subject } })).id;
  liaisonId = await idOf('liaison.baghdad');
  legalId = await idOf('approver.legal');
  directorateId = await idOf('approver.directorate');
});
afterAll(() => register.stop());

const draft = () => draftOf(register.prisma, liaisonId);
const openedCase = () => openedCaseOf(register.prisma, liaisonId);

describe('the write step', () => {
  it('gives a repeated command the events that it wrote the first time, and writes nothing', async () => {
    const ids = await draft();
    const request = openingOf(ids, liaisonId);
    const first = await writeEvents(register.prisma, request);
    const second = await writeEvents(register.prisma, request);
    expect(second).toEqual(first);
    expect(await register.prisma.caseEvent.count({ where: { caseId: ids.caseId } })).toBe(3);
  });

  it('gives a command that came second the events of the first, to apply and decide again', async () => {
    const caseId = await openedCase();
    const first = await writeEvents(register.prisma, decision(caseId, legalId));
    const second = await writeEvents(register.prisma, decision(caseId, directorateId, {}, 'directorate'));
    expect(second).toEqual({ outcome: 'behind', events: first.events });
  });

  it('lets one of two simultaneous writes be first', async () => {
    const caseId = await openedCase();
    const results = await Promise.all([
      writeEvents(register.prisma, decision(caseId, legalId)),
      writeEvents(register.prisma, decision(caseId, directorateId, {}, 'directorate')),
    ]);
    expect(results.map((result) => result.outcome).sort()).toEqual(['behind', 'written']);
  });

  it('writes nothing at all when a part of it fails', async () => {
    const caseId = await openedCase();
    const broken = decision(caseId, legalId);
    const events = [
      ...broken.events,
      { type: 'clockMet', key: 'no-such-clock', at: broken.at, inTime: true } as const,
    ];
    await expect(writeEvents(register.prisma, { ...broken, events })).rejects.toThrow();
    expect(await register.prisma.caseEvent.count({ where: { caseId } })).toBe(3);
    expect(await register.prisma.decision.count({ where: { caseId } })).toBe(0);
  });

  it.each([
    ['an officer who was disabled', 'officer-disabled', async () => ({ actorId: await disabledReviewer() })],
    ['an officer without the role', 'wrong-role', async () => ({ actorId: directorateId })],
  ])('refuses %s', async (_who, code, changes) => {
    const caseId = await openedCase();
    const request = decision(caseId, legalId, await changes());
    await expect(writeEvents(register.prisma, request)).rejects.toMatchObject({
      type: 'Refusal',
      nonRetryable: true,
      message: code,
    });
  });

  it('refuses a decision on a content that is not the content there is', async () => {
    const caseId = await openedCase();
    const request = decision(caseId, legalId);
    const events = request.events.map((event) =>
      event.type === 'decisionMade' ? { ...event, contentHash: 'old' } : event,
    );
    await expect(writeEvents(register.prisma, { ...request, events })).rejects.toMatchObject({
      message: 'content-changed',
    });
  });

  it('refuses the document of another officer', async () => {
    const caseId = await openedCase();
    const file = { sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf', fileName: 'x.pdf' };
    const { id } = await register.prisma.document.create({
      data: { id: randomUUID(), ...file, uploadedById: directorateId, uploadedAt: new Date() },
    });
    const request = decision(caseId, legalId);
    const events: EventBody[] = [
      {
        type: 'documentsRequested',
        key: 'legal-review#1',
        officerId: legalId,
        items: ['photograph'],
        answerBy: '2026-12-31',
        zone: 'UTC',
        occurredAt: request.at,
        details: null,
        proof: [{ id, sha256: file.sha256 }],
      },
    ];
    await expect(writeEvents(register.prisma, { ...request, events })).rejects.toMatchObject({
      message: 'document-unknown',
    });
  });
});

async function disabledReviewer(): Promise<string> {
  const id = randomUUID();
  await register.prisma.officer.create({
    data: {
      id,
      subject: `disabled-${id}`,
      name: 'Sample officer, disabled',
      email: `${id}@example.invalid`,
      roles: ['legal-reviewer'],
      agencyCode: 'AHTD-BAGHDAD',
      disabledAt: new Date(),
    },
  });
  return id;
}

describe('the hash chain', () => {
  it('covers every event and begins with the case', async () => {
    const caseId = await openedCase();
    await writeEvents(register.prisma, decision(caseId, legalId));
    const rows = await register.prisma.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
    let prevHash = genesisHash(caseId);
    for (const row of rows) {
      expect(row.prevHash).toBe(prevHash);
      expect(row.hash).toBe(eventHash(caseId, eventOfRow(row), prevHash));
      prevHash = row.hash;
    }
    const { headHash } = await register.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(headHash).toBe(prevHash);
  });

  it('changes with any part of an event', () => {
    const command = { commandId: 'c', actorId: null, recordedAt: '2026-01-01T00:00:00.000Z' };
    const head = { seq: 0, hash: genesisHash('case-1') };
    const hashOf = (status: string) =>
      chain('case-1', head, command, [{ type: 'statusChanged', status }])[0]?.hash;
    expect(hashOf('approved')).not.toBe(hashOf('refused'));
  });
});

describe('what the database holds by itself', () => {
  /** Runs a statement as the owner of the tables, whom no grant stops. */
  async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
    const client = new Client({ connectionString: register.ownerUrl });
    await client.connect();
    await client.query(statement, values).finally(() => client.end());
  }

  it.each(['CaseEvent', 'Decision', 'Fact', 'AuditEntry'])(
    '%s is append-only, also for its owner',
    async (table) => {
      await openedCase();
      await expect(asOwner(`UPDATE "${table}" SET "caseId" = "caseId"`)).rejects.toThrow('append-only');
      await expect(asOwner(`DELETE FROM "${table}"`)).rejects.toThrow('append-only');
      await expect(asOwner(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow('append-only');
    },
  );

  it('refuses an event that does not follow its predecessor', async () => {
    const caseId = await openedCase();
    const values = [caseId, 4, randomUUID(), 'statusChanged', '{}', new Date(), 'not-the-hash', 'x'];
    const insert = `INSERT INTO "CaseEvent" ("caseId", "seq", "commandId", "type", "data", "recordedAt", "prevHash", "hash")
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
    await expect(asOwner(insert, values)).rejects.toThrow('chain-broken');
  });

  it.each([
    ['the creator of the case', () => liaisonId, 'creator'],
    ['a signer of another stage', () => legalId, 'earlier-approver'],
  ])('refuses a signature by %s', async (_who, officer, why) => {
    const caseId = await openedCase();
    await writeEvents(register.prisma, decision(caseId, legalId));
    const task = await register.prisma.task.findFirstOrThrow({ where: { caseId, step: 'assurances' } });
    const values = [randomUUID(), caseId, task.id, officer()];
    const insert = `INSERT INTO "Decision" ("id", "caseId", "taskId", "stepKey", "stage", "fourEyes", "outcome", "officerId",
      "contentHash", "decidedAt") VALUES ($1, $2, $3, 'assurances#1', 'directorate', true, 'approved', $4, 'hash-1', now())`;
    await expect(asOwner(insert, values)).rejects.toThrow(`taslim:four-eyes: ${why}`);
  });

  it('lets the application neither change nor delete what is evidence', async () => {
    const caseId = await openedCase();
    await expect(register.prisma.caseEvent.deleteMany({ where: { caseId } })).rejects.toThrow(
      /permission denied|denied access/,
    );
    await expect(register.prisma.note.deleteMany()).rejects.toThrow(/permission denied|denied access/);
  });
});
