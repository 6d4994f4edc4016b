import { CaseDriver } from '../../support/case-driver';
import { type SkippableTime, startSkippableTime } from '../../support/time-skipping';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The mails of a case in the order of their causes, as `template rule`. */
async function mailsOf({ register }: SkippableTime, caseId: string): Promise<string[]> {
  const mails = await register.prisma.mail.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
  return mails.map(({ template, params }) => {
    const { rule = '', step = '' } = params as { rule?: string; step?: string };
    return `${template} ${rule || step}`;
  });
}

describe('the calendar of an outgoing extradition, in skipped time', () => {
  let time: SkippableTime;
  let item: CaseDriver;

  const later = async (ms: number) => time.passUntil(new Date((await time.now()).getTime() + ms));

  beforeAll(async () => {
    time = await startSkippableTime();
  });
  afterAll(() => time.stop());

  beforeEach(async () => {
    item = new CaseDriver(time.context, time.now);
    await item.open();
  });

  /** Ends the case, so that its timers do not fire in the time of the next. */
  afterEach(async () => {
    await time.context.temporal.workflow
      .getHandle(`case:${item.caseId}`)
      .terminate()
      .catch(() => undefined);
  });

  async function arrestNow(): Promise<void> {
    await item.decide('urgent-approval', 'approved');
    await item.record('provisional-arrest-request', 'sent');
    await item.record('provisional-arrest', 'arrested');
  }

  it('warns before the 40 days are over and then expects the release of the person (Sweden 1957:668 s. 23)', async () => {
    await arrestNow();
    await item.signAll();
    await later(41 * dayMs);
    const legal = (await mailsOf(time, item.caseId)).filter((mail) => mail.includes('SWE23-40'));
    expect(legal.filter((mail) => mail.startsWith('clock-warning')).length).toBeGreaterThanOrEqual(4);
    expect(legal.filter((mail) => mail.startsWith('clock-expired'))).toHaveLength(2);
    expect(await item.openSteps()).toEqual([
      'consular-access#1',
      'release-abroad#1',
      'release-expected#1',
      'transmission#1',
    ]);
    const { status } = await time.context.prisma.case.findUniqueOrThrow({ where: { id: item.caseId } });
    expect(status).toBe('approved');
  });

  it('says nothing of a limit that was kept', async () => {
    await arrestNow();
    await item.signAll();
    await later(5 * dayMs);
    await item.record('transmission', 'transmitted');
    await item.record('receipt', 'received');
    await later(60 * dayMs);
    const legal = (await mailsOf(time, item.caseId)).filter((mail) => mail.includes('SWE23-40'));
    expect(legal).toEqual([]);
  });

  it('raises the presentation to a judge 24 hours after the arrival (Constitution art. 19(13), as policy)', async () => {
    await arrestNow();
    await item.signAll();
    await item.record('transmission', 'transmitted');
    await item.record('receipt', 'received');
    await item.record('opinion', 'no-obstacle');
    await item.record('judgment', 'no-obstacle');
    await item.record('decision', 'granted', { conditions: ['speciality'] });
    await item.decide('conditions-review', 'accepted');
    await item.record('notice-of-decision', 'notified');
    await item.record('escort-order', 'ordered');
    await item.record('surrender', 'surrendered');
    await item.record('arrival', 'arrived', { zone: 'Asia/Baghdad' });
    await later(23 * hourMs);
    expect(await item.openSteps()).not.toContain('mandatory-presentation#1');
    await later(2 * hourMs);
    expect(await item.openSteps()).toEqual(
      expect.arrayContaining(['before-judge#1', 'mandatory-presentation#1']),
    );
    await item.record('before-judge', 'presented', { zone: 'Asia/Baghdad' });
    const clocks = await time.context.prisma.clock.findMany({
      where: { caseId: item.caseId, rule: { startsWith: 'CON19' } },
      orderBy: { rule: 'asc' },
    });
    expect(clocks.map(({ rule, status, inTime }) => [rule, status, inTime])).toEqual([
      ['CON19-24H', 'expired', false],
      ['CON19-48H', 'met', true],
    ]);
  });

  it('reminds once of each threshold, however long it waits', async () => {
    await later(30 * dayMs);
    const review = (await mailsOf(time, item.caseId)).filter((mail) => mail.includes('SLA-LEGAL-REVIEW'));
    expect(review).toEqual(['clock-warning SLA-LEGAL-REVIEW', 'clock-expired SLA-LEGAL-REVIEW']);
  });
});
