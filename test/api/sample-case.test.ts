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
