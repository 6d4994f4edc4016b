import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CancelledFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Temporal } from 'temporal-polyfill';
import { checkProjections } from '../../../activities/register/rebuild';
import { verifyCase } from '../../../services/audit-chain/verify-case';
import { changeCalendar, previewChange } from '../../../services/calendars/change-calendar';
import { calendarActivities } from '../../../services/calendars/deliver';
import { getTimeline } from '../../../services/cases/timeline';
import { InvalidInputError } from '../../../services/errors';
import { findCurrentOfficer } from '../../../services/officers/current-officer';
import { readCaseLog } from '../../../services/reconcile/case-log';
import { reconcileCase } from '../../../services/reconcile/reconcile-case';
import { restartWorkflow } from '../../../services/reconcile/repair-workflow';
import { startWorker } from '../../../worker/start-worker';
import { caseWorkflowId } from '../../../workflows/messages';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, silentLog, startInstallation } from '../../support/installation';
import { sharedParts } from '../../support/shared-parts';

describe('the way of a changed calendar to the cases', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
  });
  afterAll(() => installation.stop());

  async function openCaseInReview() {
    const item = new CaseDriver(installation.context);
    await item.open();
    return await installation.register.prisma.clock.findFirstOrThrow({
      where: { caseId: item.caseId, rule: 'SLA-LEGAL-REVIEW' },
    });
  }

  const closure = (date: string | null) => ({
    reason: 'Invented for a test',
    source: 'Invented for a test',
    changes: [{ action: 'add' as const, date: date ?? '', occasion: 'a closure' }],
  });

  it('finds the limits that were started before the law was data, and do not name their calendar', async () => {
    const { prisma } = installation.register;
    const { caseId, key, lastDay } = await openCaseInReview();
    await prisma.clock.update({
      where: { caseId_key: { caseId, key } },
      data: { calendar: null, reasoning: [], restsOnExpected: [] },
    });
    const preview = (calendar: 'IQ' | 'SE') =>
      previewChange(installation.context, calendar, closure(lastDay));
    expect(await preview('IQ')).toMatchObject({ cases: 1, limits: 1 });
    expect(await preview('SE')).toMatchObject({ cases: 0, limits: 0 });
  });

  it('takes one of two changes that enter the same day at once, and refuses the other', async () => {
    const admin = await findCurrentOfficer(installation.context, 'admin');
    const made = await Promise.allSettled(
      [1, 2].map(() =>
        changeCalendar(installation.context, admin, randomUUID(), 'IQ-KR', closure('2029-02-06')),
      ),
    );
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = made.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toBeInstanceOf(InvalidInputError);
  });

  it('reaches the cases of a province by its closures, and leaves workflow, lists and chain in agreement', async () => {
    const { context } = installation;
    const { prisma } = context;
    const { agencyCode } = await findCurrentOfficer(context, 'liaison.baghdad');
    await prisma.agency.update({ where: { code: agencyCode }, data: { province: 'najaf' } });
    const item = new CaseDriver(context);
    await item.open();
    await item.signAll();
    const transmission = () =>
      prisma.clock.findFirstOrThrow({ where: { caseId: item.caseId, rule: 'SLA-TRANSMISSION' } });
    const before = await transmission();
    expect(before.calendar).toBe('IQ:najaf');

    const edit = closure(before.lastDay);
    const inProvince = (province: string) => ({
      ...edit,
      changes: edit.changes.map((change) => ({ ...change, province })),
    });
    expect(await previewChange(context, 'IQ', inProvince('karbala'))).toMatchObject({ limits: 0 });
    const admin = await findCurrentOfficer(context, 'admin');
    await changeCalendar(context, admin, randomUUID(), 'IQ', inProvince('najaf'));
    const isMoved = async () => (await transmission()).dueAt > before.dueAt;
    for (let tries = 0; tries < 100 && !(await isMoved()); tries++) await wait(100);

    expect(await transmission()).toMatchObject({ previousDueAt: before.dueAt, status: 'running' });
    expect(await checkProjections(prisma, item.caseId)).toEqual([]);
    expect(await verifyCase(prisma, item.caseId, null)).toMatchObject({ breaks: [] });
    const projections = { check: (caseId: string) => checkProjections(prisma, caseId), rebuild: null };
    expect(await reconcileCase(context, projections, item.caseId)).toEqual([]);
  });

  it('tells the reasons of both where two changes reach a case as one', async () => {
    const own = await startInstallation();
    const { context } = own;
    const { temporalAddress: address, bundlePath: codePath } = sharedParts();
    const { taskQueue, prisma } = context;
    const parts = { connection: { address }, namespace: 'default', workflowBundle: { codePath } };
    const worker = await startWorker({
      ...parts,
      taskQueue,
      prisma,
      log: silentLog,
      maxCachedWorkflows: 0,
    });
    const item = new CaseDriver(context);
    await item.open();
    await worker.stop();

    const clock = await prisma.clock.findFirstOrThrow({ where: { rule: 'SLA-LEGAL-REVIEW' } });
    const admin = await findCurrentOfficer(context, 'admin');
    const { planDelivery } = calendarActivities(context);
    const lastDay = Temporal.PlainDate.from(clock.lastDay ?? '');
    for (const [days, reason] of [
      [0, 'The first reason'],
      [1, 'The second reason'],
    ] as const) {
      const edit = { ...closure(lastDay.add({ days }).toString()), reason };
      await planDelivery(await changeCalendar(context, admin, randomUUID(), 'IQ', edit));
    }
    await own.startWorker();

    const liaison = await findCurrentOfficer(context, 'liaison.baghdad');
    const recomputed = async () =>
      (await getTimeline(context, liaison, item.caseId)).filter(({ type }) => type === 'clockRecomputed');
    for (let tries = 0; tries < 100 && (await recomputed()).length === 0; tries++) await wait(100);
    const notes = (await recomputed()).map(({ note }) => note);
    await own.stop();
    expect(notes).toEqual(['The first reason\nThe second reason']);
  });

  it('ends between two cases when the worker stops', async () => {
    const { prisma } = installation.register;
    const clocks = [await openCaseInReview(), await openCaseInReview()];
    const admin = await prisma.officer.findFirstOrThrow({ where: { roles: { has: 'administrator' } } });
    const { revision } = await prisma.calendarChange.create({
      data: {
        commandId: '5f0d6b44-7d0e-4e0a-9f69-0a52a6d4f0aa',
        calendar: 'IQ',
        edits: [{ action: 'add', date: '2030-09-03', occasion: 'a closure', province: null }],
        reason: 'Invented for a test',
        officerId: admin.id,
        changedAt: new Date(),
      },
    });
    await prisma.calendarDelivery.createMany({ data: clocks.map(({ caseId }) => ({ revision, caseId })) });
    const { temporal } = installation.context;
    const environment = new MockActivityEnvironment();
    environment.on('heartbeat', () => environment.cancel('WORKER_SHUTDOWN'));
    await expect(
      environment.run(calendarActivities({ prisma, temporal }).deliverBatch, { revision }),
    ).rejects.toBeInstanceOf(CancelledFailure);
    expect(await prisma.calendarDelivery.count({ where: { revision, status: 'waiting' } })).toBe(1);
  });

  it('reaches a case that nobody carried once it is started again', async () => {
    const { context } = installation;
    const { prisma, temporal } = context;
    const { caseId, key, dueAt, lastDay } = await openCaseInReview();
    await temporal.workflow.getHandle(caseWorkflowId(caseId)).terminate('a test');
    const admin = await findCurrentOfficer(context, 'admin');
    const edit = closure(Temporal.PlainDate.from(lastDay ?? '').toString());
    const { revision } = await changeCalendar(context, admin, randomUUID(), 'IQ', edit);
    const statusOf = async () =>
      (await prisma.calendarDelivery.findUnique({ where: { revision_caseId: { revision, caseId } } }))
        ?.status;
    for (let tries = 0; tries < 100 && (await statusOf()) !== 'missing'; tries++) await wait(100);
    expect(await statusOf()).toBe('missing');

    await restartWorkflow(context, await readCaseLog(prisma, caseId));
    expect(await statusOf()).toBe('delivered');
    const clock = await prisma.clock.findUniqueOrThrow({ where: { caseId_key: { caseId, key } } });
    expect(clock.dueAt.getTime()).toBeGreaterThan(dueAt.getTime());
  });
});
