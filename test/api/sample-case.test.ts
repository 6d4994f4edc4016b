import { playSwedenCase } from '../../platform/demo/play';
import type { CaseView } from '../../services/cases/get-case';
import { type Installation, startInstallation } from '../support/installation';

describe('the Sweden sample through the API', () => {
  let installation: Installation;
  let finished: CaseView;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    finished = await playSwedenCase(installation.api, () => undefined);
  });
  afterAll(() => installation.stop());

  it('ends as a closed case whose person was surrendered', () => {
    expect(finished).toMatchObject({ status: 'closed', outcome: 'surrendered' });
  });

  it('reports the item that is missing on purpose', () => {
    expect(finished.gaps).toEqual(['evidence-of-participation']);
  });

  it('judges every legal limit by when things happened, and finds all of them kept', () => {
    const legal = finished.clocks.filter((clock) => clock.class !== 'D');
    expect(legal.map(({ rule, inTime }) => [rule, inTime])).toEqual([
      ['SET-BY-OTHER-SIDE', true],
      ['SWE23-40', true],
      ['CON19-24H', true],
      ['CON19-48H', true],
      ['SWE20-1M', true],
    ]);
  });

  it('says what the sample says of the custody abroad, and that the court was told of its days', () => {
    const abroad = finished.custody.find(({ period }) => period === 'provisional-arrest');
    const dayIn = (zone: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(abroad?.beganAt ?? ''));
    expect(abroad?.zone).toBe('Europe/Stockholm');
    // 23:30 in Malmö: the same instant is the next day in Baghdad, and the custody counts in its own zone.
    expect([dayIn('Europe/Stockholm'), dayIn('Asia/Baghdad')]).toEqual(['2026-03-03', '2026-03-04']);
    expect(finished.daysInCustodyAbroad).toBe(112);
  });

  it('tells the court those days, and keeps the conditions and what was handed in later', async () => {
    const { prisma } = installation.register;
    const facts = await prisma.fact.findMany({ where: { caseId: finished.id } });
    const factOf = (step: string) => facts.find((fact) => fact.step === step);
    const detailsOf = async (step: string): Promise<unknown> => {
      const note = await prisma.note.findUniqueOrThrow({ where: { id: factOf(step)?.detailsId ?? '' } });
      return note.body;
    };
    expect(await detailsOf('deduction')).toMatchObject({ days: 112 });
    expect(await detailsOf('surrender')).toMatchObject({ daysInCustody: 112, place: 'Arlanda', escort: 3 });
    expect(factOf('decision')?.codes).toEqual(['speciality', 'no-death-penalty']);
    const round = finished.tasks.find(({ step }) => step === 'supplementary-information');
    expect(round).toMatchObject({ outcome: 'answered' });
  });

  it('leaves no task open and no clock unsettled', () => {
    expect(finished.tasks.filter((task) => task.status === 'open')).toEqual([]);
    expect(finished.clocks.filter((clock) => clock.settledAt === null)).toEqual([]);
  });

  it('causes one late notice for each fact that was recorded after its limits, to the officer and the manager, and no reminder', async () => {
    const mails = await installation.register.prisma.mail.groupBy({ by: ['template'], _count: true });
    const counts = Object.fromEntries(mails.map((row) => [row.template, row._count]));
    expect(counts).toEqual({ 'task-opened': expect.any(Number), 'recorded-late': 8 });
  });
});
