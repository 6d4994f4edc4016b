import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventHash } from '../../../domain/case/chain';
import { eventOfRow } from '../../../domain/case/stored-event';
import type { ChainBreak } from '../../../services/audit-chain/chain-break';
import { verifyCase } from '../../../services/audit-chain/verify-case';
import { verifyRegister } from '../../../services/audit-chain/verify-register';
import { openDocumentStore } from '../../../services/documents/store';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';
import { tamper } from './tamper';

let installation: Installation;
const program = join(__dirname, '../../../bin/taslim.js');

beforeAll(async () => {
  installation = await startInstallation();
  await installation.startWorker();
});
afterAll(() => installation.stop());

/** A case with a note, a document and a content. */
async function playedCase(): Promise<string> {
  const item = new CaseDriver(installation.context);
  await item.open();
  await item.decide('urgent-approval', 'approved', 'Invented: there is reason to hurry');
  await item.record('provisional-arrest-request', 'sent');
  return item.caseId;
}

async function verify(): Promise<ChainBreak[]> {
  const found: ChainBreak[] = [];
  await verifyRegister(installation.context.prisma, null, {
    found: (one) => found.push(one),
    progress: () => undefined,
  });
  return found;
}

const breaksOf = async (caseId: string) =>
  (await verify()).filter((found) => found.caseId === caseId).map(({ seq, fault }) => ({ seq, fault }));

function auditVerify(...args: string[]) {
  const { register } = installation;
  const { status, stdout } = spawnSync(process.execPath, [program, 'audit-verify', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: register.databaseUrl },
  });
  return { status, lines: stdout.trim().split('\n') };
}

describe('an intact register', () => {
  it('is found intact, on the command line too', async () => {
    for (let played = 0; played < 3; played += 1) await playedCase();
    expect(await verify()).toEqual([]);
    const { status, lines } = auditVerify();
    expect({ status, lines }).toEqual({
      status: 0,
      lines: [expect.stringMatching(/^intact: 3 cases, \d+ events$/)],
    });
    expect(JSON.parse(auditVerify('--json').lines[0] ?? '')).toMatchObject({
      intact: true,
      cases: 3,
      breaks: 0,
    });
  });
});

describe('what the owner of the tables has changed', () => {
  const lastSeq = (caseId: string) =>
    installation.context.prisma.case.findUniqueOrThrow({ where: { id: caseId } }).then((item) => item.seq);
  const change = (table: string, statement: string, ...values: unknown[]) =>
    tamper(installation.register, table, statement, values);

  it.each([
    ['what an event says', `"data" = "data" || '{"invented": true}'`, 'hash'],
    ['when an event was recorded', `"recordedAt" = "recordedAt" - interval '1 day'`, 'hash'],
    ['who acted', `"actorId" = '${randomUUID()}'`, 'hash'],
    ['which command it was', `"commandId" = '${randomUUID()}'`, 'hash'],
    ['what an event is listed as', `"type" = 'clockWarned'`, 'type'],
  ] as const)('is found in %s', async (_what, assignment, fault) => {
    const caseId = await playedCase();
    await change(
      'CaseEvent',
      `UPDATE "CaseEvent" SET ${assignment} WHERE "caseId" = $1 AND "seq" = 3`,
      caseId,
    );
    expect(await breaksOf(caseId)).toEqual([{ seq: 3, fault }]);
  });

  it('is found where an event was changed and its hash made to fit', async () => {
    const caseId = await playedCase();
    const where = { caseId_seq: { caseId, seq: 3 } };
    const row = await installation.context.prisma.caseEvent.findUniqueOrThrow({ where });
    const actorId = randomUUID();
    const hash = eventHash(caseId, { ...eventOfRow(row), actorId }, row.prevHash);
    await change(
      'CaseEvent',
      'UPDATE "CaseEvent" SET "actorId" = $2, "hash" = $3 WHERE "caseId" = $1 AND "seq" = 3',
      caseId,
      actorId,
      hash,
    );
    expect(await breaksOf(caseId)).toEqual([{ seq: 4, fault: 'previous-hash' }]);
  });

  it('is found where an event was taken out of the middle', async () => {
    const caseId = await playedCase();
    await change('CaseEvent', 'DELETE FROM "CaseEvent" WHERE "caseId" = $1 AND "seq" = 3', caseId);
    expect(await breaksOf(caseId)).toEqual([{ seq: 4, fault: 'gap' }]);
  });

  it('is found where the first event was taken away', async () => {
    const caseId = await playedCase();
    await change('CaseEvent', 'DELETE FROM "CaseEvent" WHERE "caseId" = $1 AND "seq" = 1', caseId);
    expect(await breaksOf(caseId)).toEqual([{ seq: 2, fault: 'gap' }]);
  });

  it('is found where the last event was taken away', async () => {
    const caseId = await playedCase();
    const seq = await lastSeq(caseId);
    await change('CaseEvent', 'DELETE FROM "CaseEvent" WHERE "caseId" = $1 AND "seq" = $2', caseId, seq);
    expect(await breaksOf(caseId)).toEqual([{ seq: seq - 1, fault: 'head' }]);
  });

  it('is found where an event was put behind the last one', async () => {
    const caseId = await playedCase();
    const seq = await lastSeq(caseId);
    await change(
      'CaseEvent',
      `INSERT INTO "CaseEvent" SELECT "caseId", "seq" + 1, "commandId", "type", "data", "actorId", "recordedAt", "hash", 'x'
       FROM "CaseEvent" WHERE "caseId" = $1 AND "seq" = $2`,
      caseId,
      seq,
    );
    expect(await breaksOf(caseId)).toEqual([
      { seq: seq + 1, fault: 'hash' },
      { seq: seq + 1, fault: 'head' },
    ]);
  });

  it.each([`"seq" = "seq" + 1`, `"headHash" = 'x'`])(
    'is found in the head of the case: %s',
    async (assignment) => {
      const caseId = await playedCase();
      await change('Case', `UPDATE "Case" SET ${assignment} WHERE "id" = $1`, caseId);
      expect(await breaksOf(caseId)).toEqual([{ seq: await lastEvent(caseId), fault: 'head' }]);
    },
  );

  const lastEvent = (caseId: string) => installation.context.prisma.caseEvent.count({ where: { caseId } });

  it.each([
    ['the words of a note', 'Note', `"body" = '"something else"'`, 'was changed'],
    ['the hash of a note', 'Note', `"hash" = 'x'`, 'is kept with hash x'],
    ['the address of a document', 'Document', `"sha256" = 'x'`, 'is kept with hash x'],
    ['the case of a document', 'Document', `"caseId" = NULL`, 'is kept with another case'],
    ['what the request says', 'CaseContent', `"body" = "body" || '{"invented": true}'`, 'was changed'],
    ['the hash of a content', 'CaseContent', `"hash" = 'x'`, 'is kept with hash x'],
  ])('is found in %s', async (_what, table, assignment, detail) => {
    const caseId = await playedCase();
    await change(table, `UPDATE "${table}" SET ${assignment} WHERE "caseId" = $1`, caseId);
    const found = (await verify()).filter((one) => one.caseId === caseId);
    expect(found).toEqual([expect.objectContaining({ detail: expect.stringContaining(detail) })]);
  });

  it.each(['Note', 'Document'])('is found where a %s is missing', async (table) => {
    const caseId = await playedCase();
    await change(table, `DELETE FROM "${table}" WHERE "caseId" = $1`, caseId);
    const found = (await verify()).filter((one) => one.caseId === caseId);
    expect(found).toEqual([expect.objectContaining({ detail: expect.stringContaining('is missing') })]);
  });

  it('is one line each on the command line, which then ends with 1', async () => {
    const { status, lines } = auditVerify();
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatch(/^BROKEN in \d+ places: \d+ cases, \d+ events$/);
    expect(lines).toContainEqual(
      expect.stringMatching(/^BROKEN {2}case [0-9a-f-]{36} event 4: gap: follows event 2$/),
    );
    const parsed = auditVerify('--json').lines.map((line) => JSON.parse(line));
    expect(parsed.at(-1)).toMatchObject({ intact: false, breaks: lines.length - 1 });
    expect(parsed).toHaveLength(lines.length);
  });
});

describe('the files of documents', () => {
  it('are verified when that is asked for: missing, changed and as they were', async () => {
    const { context } = installation;
    const item = new CaseDriver(context);
    await item.open();
    await item.decide('urgent-approval', 'approved');
    const path = join(context.documents.incoming, randomUUID());
    writeFileSync(path, 'an invented file');
    const sha256 = await context.documents.take(path);
    const uploader = await context.prisma.officer.findUniqueOrThrow({ where: { subject: 'liaison.ncb' } });
    const id = randomUUID();
    const file = { sha256, size: 16, mediaType: 'application/pdf', fileName: 'proof.pdf' };
    await context.prisma.document.create({
      data: { id, ...file, uploadedById: uploader.id, uploadedAt: new Date() },
    });
    await item.record('provisional-arrest-request', 'sent', { proof: [id] });

    const check = async () =>
      (await verifyCase(context.prisma, item.caseId, context.documents)).breaks.map(({ detail }) => detail);
    expect(await check()).toEqual([]);
    writeFileSync(context.documents.pathOf(sha256), 'another file');
    expect(await check()).toEqual([expect.stringContaining('was changed')]);
    rmSync(context.documents.pathOf(sha256));
    expect(await check()).toEqual([`the file ${sha256} is missing`]);
  });

  it('are looked for nowhere else than in the store', async () => {
    const folder = join(installation.context.documents.incoming, 'empty');
    mkdirSync(folder, { recursive: true });
    const empty = await openDocumentStore(folder);
    const caseId = await playedCase();
    const { breaks } = await verifyCase(installation.context.prisma, caseId, empty);
    expect(breaks.map(({ fault }) => fault)).toEqual(['file']);
  });
});
