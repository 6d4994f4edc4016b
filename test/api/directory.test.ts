import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DirectoryChangeView, OfficerView } from '../../services/directory/directory-schemas';
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
    return await caller.put<OfficerView>(admin, path, { ...edit, ...more });
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

  it('shows everybody who is where, and how an officer signs in to who keeps or audits it only', async () => {
    for (const [reader, sees] of [
      ['liaison.erbil', false],
      ['manager.baghdad', false],
      ['auditor', true],
      [admin, true],
    ] as const) {
      const { items } = good(await caller.get<{ items: OfficerView[] }>(reader, '/officers'));
      expect(items.length).toBeGreaterThan(10);
      expect(items.every((item) => 'email' in item === sees && 'subject' in item === sees)).toBe(true);
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
  });

  it('does not let an administrator disable himself or give himself roles', async () => {
    expectProblem(await changed(admin, { active: false }), 409, 'own-account');
    expectProblem(await changed(admin, { roles: ['auditor'] }), 409, 'own-account');
  });

  it('ends the access of a disabled officer at once, also in the middle of his decision', async () => {
    const worker = await installation.startWorker();
    const { id } = await openCase(caller);
    expectProblem(await changed('liaison.baghdad', { agency: 'NCB' }), 409, 'answers-for-cases');
    await worker.stop();
    const deciding = decide(caller, 'approver.legal', id, 'legal-review');
    await wait(1_500);
    good(await changed('approver.legal', { active: false }));
    await installation.startWorker();
    expectProblem(await deciding, 403, 'officer-disabled');
    expectProblem(await caller.get('approver.legal', '/me'), 403, 'officer-disabled');
    good(await changed('approver.legal', { active: true }));
    good(await caller.get('approver.legal', '/me'));

    good(await changed('liaison.baghdad', { active: false }));
    const { prisma } = installation.register;
    const mails = await prisma.mail.findMany({ where: { template: 'officer-disabled' } });
    const { reference } = await prisma.case.findUniqueOrThrow({ where: { id } });
    expect(mails.map(({ params }) => params)).toEqual([{ reference, cases: [reference] }]);
    const list = '/cases-to-reassign';
    const left = good(await caller.get<{ items: { caseId: string }[] }>('manager.baghdad', list));
    expect(left.items.map(({ caseId }) => caseId)).toEqual([id]);
    expect(good(await caller.get('manager.erbil', list))).toEqual({ items: [] });

    const subject = 'liaison.ncb';
    good(await changed(subject, { roles: ['liaison'], agency: 'AHTD-BAGHDAD' }));
    const to = { officer: subject, reason: 'the officer left' };
    good(await caller.put('manager.baghdad', `/cases/${id}/responsible-officer`, to));
    expect(good(await caller.get('manager.baghdad', list))).toEqual({ items: [] });
    expect((await readCase(caller, id, 'manager.baghdad')).id).toBe(id);
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
