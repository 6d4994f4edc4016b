import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { parseMailMessage } from '../../activities/mail/message';
import { holdActor } from '../../activities/register/hold-actor';
import type {
  ChangedOfficerView,
  DirectoryChangeView,
  OfficerView,
} from '../../services/directory/directory-schemas';
import { addFirstAdministrator } from '../../services/directory/first-administrator';
import { seedSampleOfficers } from '../../services/officers/sample-officers';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { decide, openCase, readCase } from './case-play';

const admin = 'admin';

describe('the directory that an administrator keeps', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  async function entryOf(account: string) {
    const { items } = good(await caller.get<{ items: OfficerView[] }>(admin, '/officers'));
    const found = items.find(({ subject }) => subject === account);
    if (!found) throw new Error(`no officer ${account}`);
    const { id, version, subject, ...fields } = found;
    return { path: `/officers/${id}`, edit: { baseVersion: version, reason: 'as ordered', ...fields } };
  }
  const changed = async (account: string, more: object) => {
    const { path, edit } = await entryOf(account);
    return await caller.put<ChangedOfficerView>(admin, path, { ...edit, ...more });
  };
  const newOfficer = (more: object = {}) => ({
    subject: `new-${randomUUID()}`,
    name: 'A new officer',
    email: 'new@example.invalid',
    language: 'ckb',
    roles: ['liaison'],
    agency: 'AHTD-ERBIL',
    reason: 'appointed',
    ...more,
  });
  const faults = (answer: Parameters<typeof expectProblem>[0]) =>
    expectProblem(answer, 422, 'invalid-input').errors?.map(({ pointer, code }) => [pointer, code]);

  it('shows the officers of the own side, and how one is written to only to who keeps or audits it', async () => {
    const erbil = ['AHTD-ERBIL'];
    const federal = ['AHTD-BAGHDAD', 'COMMITTEE', 'MOFA', 'NCB', 'SJC', 'TASLIM'];
    const all = [...federal, ...erbil].sort();
    for (const [reader, agencies, email] of [
      ['liaison.erbil', erbil, false],
      ['manager.baghdad', federal, false],
      ['auditor', all, true],
      [admin, all, true],
    ] as const) {
      const { items } = good(await caller.get<{ items: OfficerView[] }>(reader, '/officers'));
      expect([...new Set(items.map(({ agency }) => agency))].sort()).toEqual(agencies);
      expect(items.every((item) => 'email' in item === email && 'language' in item === email)).toBe(true);
    }
    expectProblem(await caller.get('manager.baghdad', '/directory-changes'), 403, 'forbidden');
  });

  it('refuses what is unknown, read-only or dangerous, with its place, and changes nothing', async () => {
    const before = await installation.register.prisma.officer.count();
    const bad = newOfficer({
      id: randomUUID(),
      sample: true,
      disabledAt: null,
      name: 'A\r\nBcc: all@example.invalid',
      email: 'a@example.invalid\r\nBcc: b@example.invalid',
      roles: ['liaison', 'king'],
    });
    expect(faults(await caller.post(admin, '/officers', bad))?.sort()).toEqual([
      ['/disabledAt', 'unknown-field'],
      ['/email', 'format'],
      ['/id', 'unknown-field'],
      ['/name', 'unholdable-text'],
      ['/roles/1', 'one-of'],
      ['/sample', 'unknown-field'],
    ]);
    const polluted = JSON.stringify(newOfficer()).replace(
      '{',
      '{"__proto__":{"active":true},"constructor":{"prototype":{"sample":true}},',
    );
    const answer = await caller.as(admin, 'POST', '/officers', polluted);
    expect(faults(answer)?.sort()).toEqual([
      ['/__proto__', 'unknown-field'],
      ['/constructor', 'unknown-field'],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(
      faults(
        await caller.post(
          admin,
          '/officers',
          newOfficer({ agency: 'NOWHERE', roles: ['auditor', 'manager'] }),
        ),
      ),
    ).toEqual([
      ['/agency', 'agency-unknown'],
      ['/roles', 'role-held-alone'],
    ]);
    const elsewhere = newOfficer({ roles: ['liaison', 'ncb-liaison'] });
    expect(faults(await caller.post(admin, '/officers', elsewhere))).toEqual([
      ['/roles/1', 'role-of-other-agency'],
    ]);
    const agency = {
      baseVersion: 0,
      reason: 'wrong',
      name: 'Erbil',
      kind: 'regional-directorate',
      zone: 'Mars/Olympus',
      calendar: 'MARS',
      province: null,
      transfers: true,
      side: 'FED',
    };
    expect(faults(await caller.put(admin, '/agencies/AHTD-ERBIL', agency))?.sort()).toEqual([
      ['/calendar', 'one-of'],
      ['/side', 'unknown-field'],
      ['/zone', 'zone'],
    ]);
    const { side, ...emptied } = {
      ...agency,
      zone: 'Asia/Baghdad',
      calendar: 'IQ-KR',
      kind: 'court',
      transfers: false,
    };
    expect(faults(await caller.put(admin, '/agencies/AHTD-ERBIL', emptied))).toEqual([
      ['/kind', 'kind-without-roles'],
    ]);
    expect(await installation.register.prisma.officer.count()).toBe(before);
    expect(await installation.register.prisma.directoryChange.count()).toBe(0);
  });

  it('puts an officer in once for a key, and tells the second administrator what the first has changed', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = newOfficer();
    const added = good(await caller.post<OfficerView>(admin, '/officers', input, key));
    expect(good(await caller.post<OfficerView>(admin, '/officers', input, key))).toEqual(added);
    expect(added).toMatchObject({ roles: ['liaison'], active: true, version: 1 });

    const { path, edit } = await entryOf(input.subject);
    const both = await Promise.all(
      ['first', 'second'].map((name) => caller.put(admin, path, { ...edit, name })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    if (!late) throw new Error('nobody was late');
    const names = both[0] === late ? ['first', 'second'] : ['second', 'first'];
    expect(expectProblem(late, 409, 'directory-changed')).toMatchObject({
      version: 2,
      differs: [{ field: 'name', yours: names[0], present: names[1] }],
    });
  });

  it('keeps a transfer unit a side, and what the administrator changed survives the next start', async () => {
    const agency = {
      code: 'AHTD-BASRA',
      side: 'FED',
      name: 'Directorate, Basra',
      kind: 'federal-directorate',
      zone: 'Asia/Baghdad',
      calendar: 'IQ',
      province: 'basra',
      transfers: true,
      reason: 'a new directorate',
    };
    expect(faults(await caller.post(admin, '/agencies', agency))).toEqual([
      ['/transfers', 'transfers-taken'],
    ]);
    const { code, side, ...fields } = agency;
    const baghdad = { ...fields, province: null, baseVersion: 0, transfers: false };
    good(await caller.put(admin, '/agencies/AHTD-BAGHDAD', baghdad));
    good(await caller.post(admin, '/agencies', agency));
    await seedSampleOfficers(installation.register.prisma);
    const { prisma } = installation.register;
    const units = await prisma.agency.findMany({ where: { transfers: true }, select: { code: true } });
    expect(units.map((unit) => unit.code).sort()).toEqual(['AHTD-BASRA', 'AHTD-ERBIL']);
    const second = prisma.agency.update({ where: { code: 'AHTD-BAGHDAD' }, data: { transfers: true } });
    await expect(second).rejects.toThrow(/Unique constraint/);
    await expect(prisma.$executeRaw`UPDATE "Agency" SET "side" = 'KRG'`).rejects.toThrow(/permission denied/);
    await expect(prisma.$executeRaw`UPDATE "Officer" SET "subject" = 'x'`).rejects.toThrow(
      /permission denied/,
    );
  });

  it('does not let an administrator disable himself or give himself roles', async () => {
    expectProblem(await changed(admin, { active: false }), 409, 'own-account');
    expectProblem(await changed(admin, { roles: ['auditor'] }), 409, 'own-account');
  });

  it('keeps one of two administrators who disable each other at once', async () => {
    good(await changed('auditor', { roles: ['administrator'] }));
    const [one, other] = [await entryOf('auditor'), await entryOf(admin)];
    const both = await Promise.all([
      caller.put(admin, one.path, { ...one.edit, active: false }),
      caller.put('auditor', other.path, { ...other.edit, active: false }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { prisma } = installation.register;
    const again = (subject: string, roles: string[]) =>
      prisma.officer.update({ where: { subject }, data: { disabledAt: null, roles } });
    await Promise.all([again('auditor', ['auditor']), again(admin, ['administrator'])]);
  });

  it('puts the first administrator in with his agency, by the owner of the database', async () => {
    const { prisma } = installation.register;
    const first = {
      subject: 'the.first',
      name: 'The first',
      email: 'first@example.invalid',
      language: 'ckb',
      agency: 'ADMINISTRATION',
      side: 'KRG',
    } as const;
    await expect(addFirstAdministrator(prisma, { ...first, agency: 'SJC' })).rejects.toMatchObject({
      faults: [{ pointer: '/roles/0', code: 'role-of-other-agency' }],
    });
    await addFirstAdministrator(prisma, first);
    const taken = { faults: [{ pointer: '/subject', code: 'subject-taken' }] };
    await expect(addFirstAdministrator(prisma, first)).rejects.toMatchObject(taken);
    expect(
      await prisma.officer.findUnique({ where: { subject: 'the.first' }, include: { agency: true } }),
    ).toMatchObject({ roles: ['administrator'], agency: { kind: 'administration', side: 'KRG' } });
    const { items } = good(
      await caller.get<{ items: DirectoryChangeView[] }>('auditor', '/directory-changes?limit=2'),
    );
    expect(items.map(({ agency, changedBy }) => [agency, changedBy])).toEqual([
      [null, null],
      ['ADMINISTRATION', null],
    ]);
  });

  const mails = async () => {
    const where = { template: 'officer-left' };
    const rows = await installation.register.prisma.mail.findMany({
      where,
      orderBy: { id: 'asc' },
      include: { officer: { select: { subject: true } } },
    });
    return rows.map(({ template, params, officer }) => [
      officer.subject,
      parseMailMessage(template, params).params,
    ]);
  };

  it('waits for a command of the officer that is being written, and lets none be written after', async () => {
    const { prisma } = installation.register;
    const { path, edit } = await entryOf('approver.council');
    const actorId = path.replace('/officers/', '');
    const written: string[] = [];
    const disable = async () => {
      const answer = await caller.put<ChangedOfficerView>(admin, path, { ...edit, active: false });
      written.push('disabled');
      return answer;
    };
    const [disabling] = await prisma.$transaction(async (tx) => {
      await holdActor(tx, { actorId, actingForId: null });
      const answer = disable();
      await wait(300);
      written.push('command');
      return [answer];
    });
    const left = good(await disabling);
    expect(written).toEqual(['command', 'disabled']);
    expect(left.rolesLeftEmpty).toEqual([{ agency: 'SJC', role: 'judicial-council-approver' }]);
    expect(await mails()).toEqual([]);
  });

  it('tells the secretary of the seat that a member leaves', async () => {
    expectProblem(await changed('seat.05', { roles: [] }), 409, 'holds-seat');
    expect(good(await changed('seat.05', { active: false })).rolesLeftEmpty).toEqual([]);
    expect(await mails()).toEqual([['secretary', { cases: [], returned: [], roles: [], seat: 'S05' }]]);
  });

  it('ends the access of a disabled officer at once, also in the middle of his decision', async () => {
    const worker = await installation.startWorker();
    const { id } = await openCase(caller);
    expectProblem(await changed('liaison.baghdad', { roles: ['manager'] }), 409, 'answers-for-cases');
    await worker.stop();
    const deciding = decide(caller, 'approver.legal', id, 'legal-review');
    await wait(1_500);
    expect(good(await changed('approver.legal', { active: false })).rolesLeftEmpty).toEqual([
      { agency: 'AHTD-BAGHDAD', role: 'legal-reviewer' },
    ]);
    await installation.startWorker();
    expectProblem(await deciding, 403, 'officer-disabled');
    expectProblem(await caller.get('approver.legal', '/me'), 403, 'officer-disabled');
    good(await changed('approver.legal', { active: true }));
    good(await caller.get('approver.legal', '/me'));
    const { tasks } = await readCase(caller, id);
    const inHand = tasks.find(({ step }) => step === 'legal-review')?.id ?? '';
    good(await caller.post('approver.legal', `/tasks/${inHand}/claim`, {}));
    good(await changed('approver.legal', { active: false }));

    const left = good(await changed('liaison.baghdad', { active: false }));
    expect(left.rolesLeftEmpty).toEqual([{ agency: 'AHTD-BAGHDAD', role: 'liaison' }]);
    const { reference } = await installation.register.prisma.case.findUniqueOrThrow({ where: { id } });
    expect((await mails()).slice(1)).toEqual([
      ['manager.baghdad', { cases: [], returned: [], roles: ['legal-reviewer'], seat: null }],
      ['manager.baghdad', { cases: [], returned: [reference], roles: ['legal-reviewer'], seat: null }],
      ['manager.baghdad', { cases: [reference], returned: [], roles: ['liaison'], seat: null }],
    ]);
    const list = '/cases-to-reassign';
    const toReassign = good(await caller.get<{ items: { caseId: string }[] }>('manager.baghdad', list));
    expect(toReassign.items.map(({ caseId }) => caseId)).toEqual([id]);
    expect(good(await caller.get('manager.erbil', list))).toEqual({ items: [] });

    const subject = 'liaison.ncb';
    good(await changed(subject, { roles: ['liaison'], agency: 'AHTD-BAGHDAD' }));
    const to = { officer: subject, reason: 'the officer left' };
    good(await caller.put('manager.baghdad', `/cases/${id}/responsible-officer`, to));
    expect(good(await caller.get('manager.baghdad', list))).toEqual({ items: [] });
  });

  it('remembers who changed what and why, and forgets nothing', async () => {
    const { items } = good(
      await caller.get<{ items: DirectoryChangeView[] }>('auditor', '/directory-changes'),
    );
    expect(items[0]).toMatchObject({
      changedBy: 'Sample officer admin',
      reason: 'as ordered',
      before: { agency: 'NCB', roles: ['ncb-liaison'] },
      after: { agency: 'AHTD-BAGHDAD', roles: ['liaison'] },
    });
    const { prisma } = installation.register;
    await expect(prisma.$executeRaw`UPDATE "DirectoryChange" SET "reason" = 'another'`).rejects.toThrow();
    await expect(prisma.$executeRaw`DELETE FROM "DirectoryChange"`).rejects.toThrow();
  });
});
