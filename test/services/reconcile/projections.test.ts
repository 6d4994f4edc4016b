import { checkProjections, rebuildProjections } from '../../../activities/register/rebuild';
import type { CaseDriver } from '../../support/case-driver';
import { tamper } from '../audit-chain/tamper';
import { correctedCases, richCase } from './planted-case';
import { forget, installation, lists, owner, run, untouchable, useRegister } from './register-under-test';

useRegister();

describe('a case that was corrected, reassigned, ended and taken up again', () => {
  it('shows no drift, and its lists are what the events alone make of it', async () => {
    const [ended, reopening] = await correctedCases(installation);
    expect(await run({})).toEqual([]);
    for (const caseId of [ended.caseId, reopening]) {
      expect(await checkProjections(installation.context.prisma, caseId)).toEqual([]);
    }
    const { prisma } = installation.context;
    const again = await prisma.case.findUniqueOrThrow({ where: { id: reopening } });
    expect(again.reopensId).toBe(ended.caseId);
    const right = await lists(ended.caseId);
    await owner.clock.deleteMany({ where: { caseId: ended.caseId } });
    await owner.case.update({
      where: { id: ended.caseId },
      data: { responsibleOfficerId: again.createdById, outcome: 'refused' },
    });
    expect((await rebuildProjections(owner, ended.caseId)).length).toBeGreaterThan(2);
    expect(await lists(ended.caseId)).toEqual(right);
  });
});

describe('lists that are not what the events say', () => {
  let item: CaseDriver;

  beforeAll(async () => {
    item = await richCase(installation);
  });

  it.each([
    [
      'Case',
      'a status',
      `UPDATE "Case" SET "status" = 'draft' WHERE "id" = $1`,
      /^Case .* differs in status$/,
    ],
    [
      'Case',
      'a closing',
      `UPDATE "Case" SET "closedAt" = now(), "outcome" = 'refused' WHERE "id" = $1`,
      /^Case .* differs in outcome, closedAt$/,
    ],
    [
      'Task',
      'missing',
      `DELETE FROM "Task" WHERE "caseId" = $1 AND "status" = 'open'`,
      /^Task \d+ is missing$/,
    ],
    [
      'Task',
      'closed',
      `UPDATE "Task" SET "status" = 'done' WHERE "caseId" = $1 AND "status" = 'open'`,
      /^Task \d+ differs in status$/,
    ],
    [
      'Task',
      'surplus',
      `INSERT INTO "Task" SELECT gen_random_uuid(), "caseId", "stepKey", "step", "kind", "queue", "role", "outcomes", 9999,
       "status", "outcome", "openedAt" FROM "Task" WHERE "caseId" = $1 LIMIT 1`,
      /^Task 9999 is surplus$/,
    ],
    ['Clock', 'missing', 'DELETE FROM "Clock" WHERE "caseId" = $1', /^Clock .* is missing$/],
    [
      'Clock',
      'a date',
      `UPDATE "Clock" SET "dueAt" = "dueAt" + interval '1 day' WHERE "caseId" = $1`,
      /^Clock .* differs in dueAt$/,
    ],
    [
      'Custody',
      'an end',
      `UPDATE "Custody" SET "endedAt" = now(), "endReason" = 'x' WHERE "caseId" = $1`,
      /^Custody .* differs in endedAt, endReason$/,
    ],
    ['Custody', 'missing', 'DELETE FROM "Custody" WHERE "caseId" = $1', /^Custody .* is missing$/],
    [
      'DocumentRequest',
      'an item',
      `UPDATE "DocumentRequest" SET "items" = '{}' WHERE "caseId" = $1`,
      /^DocumentRequest .* differs in items$/,
    ],
    [
      'DocumentRequest',
      'missing',
      'DELETE FROM "DocumentRequest" WHERE "caseId" = $1',
      /^DocumentRequest .* is missing$/,
    ],
    ['Decision', 'missing', 'DELETE FROM "Decision" WHERE "caseId" = $1', /^Decision .* is missing$/],
    ['Fact', 'missing', 'DELETE FROM "Fact" WHERE "caseId" = $1', /^Fact \d+ is missing$/],
  ])('are found and made again: %s, %s', async (table, _what, statement, detail) => {
    const { caseId } = item;
    const right = { ...(await untouchable()), ...(await lists(caseId)) };
    await tamper(installation.register, table, statement, [caseId]);
    const found = await run({});
    expect(found.length).toBeGreaterThan(0);
    for (const drift of found) {
      expect(drift).toEqual({
        caseId,
        kind: 'projection',
        detail: expect.stringMatching(detail),
        repaired: false,
      });
    }
    const repaired = await run({ repair: true });
    expect(repaired).toEqual(found.map((drift) => ({ ...drift, repaired: true })));
    expect({ ...(await untouchable()), ...(await lists(caseId)) }).toEqual(right);
    expect(await run({})).toEqual([]);
  });

  it('are made from the events alone when nothing of them is left', async () => {
    const { caseId } = item;
    const right = await lists(caseId);
    for (const table of ['Decision', 'Task', 'Fact', 'Clock', 'Custody', 'DocumentRequest']) {
      await tamper(installation.register, table, `DELETE FROM "${table}" WHERE "caseId" = $1`, [caseId]);
    }
    expect((await run({ repair: true })).every((drift) => drift.repaired)).toBe(true);
    expect(await lists(caseId)).toEqual(right);
    expect(await run({})).toEqual([]);
  });

  it('keep a decision and a fact that the events do not know, for they are evidence', async () => {
    const { caseId } = item;
    const { register } = installation;
    const insert = `INSERT INTO "Fact" SELECT "caseId", 9999, "stepKey", "step", "outcome", "codes", "occurredAt", "zone",
      "limitDate", "recordedAt", "recordedById", "detailsId", "proof" FROM "Fact" WHERE "caseId" = $1 LIMIT 1`;
    await tamper(register, 'Fact', insert, [caseId]);
    await tamper(register, 'Decision', `UPDATE "Decision" SET "outcome" = 'refused' WHERE "caseId" = $1`, [
      caseId,
    ]);
    const found = await run({ repair: true });
    expect(found).toContainEqual(
      expect.objectContaining({ detail: 'Fact 9999 is surplus', repaired: false }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        detail: expect.stringMatching(/^Decision .* differs in outcome$/),
        repaired: false,
      }),
    );
    await forget(item);
  });
});
